namespace Kansatsu.Wire;

/// <summary>
/// A label stack as one layer. Labels do not say what they carry, so the payload's first nibble is asked (RFC 4928 §2, RFC 4385 §3):
/// 4 and 6 are IP, 1 is an associated channel, 0 is most often a pseudowire's control word.
/// </summary>
static class MplsLayer
{
    /// <summary>Most labels read; no network is known to push more than a dozen.</summary>
    public const int MaxLabels = 32;

    const int ControlWord = 4;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        var stack = new MplsStack(bytes);
        while (stack.Length < MaxLabels * MplsStack.EntryLength && stack.MoveNext())
        {
        }

        if (!stack.IsClean)
        {
            if (bytes.Length - stack.Length < MplsStack.EntryLength) return d.EndShort(LayerKind.Mpls, stack.Length + MplsStack.EntryLength, Anomaly.LinkTooShort);
            return d.End(StopReason.LimitReached, LayerKind.Mpls, Anomaly.LinkLayerLimit);
        }

        d.Push(LayerKind.Mpls, stack.Length);
        if (d.Remaining == 0) return d.DeclaredRemaining > 0 ? d.EndShort(LayerKind.Mpls, 1, Anomaly.LinkTooShort) : LayerKind.None;
        return stack.Label switch
        {
            MplsStack.Ipv4ExplicitNull => LayerKind.Ipv4,
            MplsStack.Ipv6ExplicitNull => LayerKind.Ipv6,
            _ => Guess(ref d),
        };
    }

    static LayerKind Guess(ref Dissection d)
    {
        var bytes = d.Rest;
        switch (bytes[0] >> 4)
        {
            case 4: return LayerKind.Ipv4;
            case 6: return LayerKind.Ipv6;
            case 1: return LayerKind.Data;
            case 0 when EthernetLayer.IsPlausible(bytes): return LayerKind.Ethernet;
            case 0 when bytes.Length > ControlWord:
                d.Skip(ControlWord);
                return EthernetLayer.IsPlausible(bytes[ControlWord..]) ? LayerKind.Ethernet : AfterControlWord(ref d);
            default: return Unknown(ref d);
        }
    }

    /// <summary>Pseudowires of other kinds: Cisco HDLC and PPP (RFC 4618) have recognisable first bytes.</summary>
    static LayerKind AfterControlWord(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes is [0x0f or 0x8f, 0x00, ..]) return LayerKind.CiscoHdlc;
        if (bytes is [0xff, 0x03, ..] or [0x00, 0x21 or 0x57, ..]) return LayerKind.Ppp;
        return Unknown(ref d);
    }

    static LayerKind Unknown(ref Dissection d)
    {
        d.Flag(Anomaly.MplsUnknownPayload);
        d.Note(StopReason.Unsupported, LayerKind.Mpls);
        return LayerKind.Data;
    }
}
