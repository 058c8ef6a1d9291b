namespace Kansatsu.Wire;

/// <summary>What DHCPv6 and QUIC say of themselves in lengths, checked without reading their contents.</summary>
static class UdpInspection
{
    public static void Dhcpv6(ref Dissection d, in Layer layer)
    {
        if (IsCut(ref d, layer)) return;
        if (!Dhcpv6Message.TryRead(d.BytesOf(layer), out var message) || !AreClean(message.Options)) Blame(ref d, LayerKind.Dhcpv6, Anomaly.Dhcpv6Malformed);
    }

    public static void Quic(ref Dissection d, in Layer layer)
    {
        if (IsCut(ref d, layer)) return;
        var packets = new QuicPackets(d.BytesOf(layer));
        while (packets.MoveNext())
        {
        }

        if (!packets.IsClean) Blame(ref d, LayerKind.Quic, Anomaly.QuicMalformed);
    }

    /// <summary>What is missing was on the wire: nobody is to blame.</summary>
    public static bool IsCut(ref Dissection d, in Layer layer)
    {
        if (layer.Length >= layer.DeclaredLength) return false;
        d.Note(StopReason.CutByCapture, layer.Kind);
        return true;
    }

    public static void Blame(ref Dissection d, LayerKind kind, Anomaly anomaly)
    {
        d.Flag(anomaly);
        d.Note(StopReason.Malformed, kind);
    }

    /// <summary>The options and, one level down, those of identity associations.</summary>
    static bool AreClean(Dhcpv6Options options)
    {
        while (options.MoveNext())
        {
            var nested = options.Current.Nested;
            while (nested.MoveNext())
            {
            }

            if (!nested.IsClean) return false;
        }

        return options.IsClean;
    }
}
