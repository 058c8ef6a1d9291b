using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>Frame Relay: a Q.922 address, then RFC 2427 encapsulation or Cisco's own (a bare EtherType).</summary>
static class FrameRelayLayer
{
    public const byte UnnumberedInformation = 0x03;

    const int MaxAddress = 4;
    const byte NlpidIpv4 = 0xcc;
    const byte NlpidIpv6 = 0x8e;
    const byte NlpidSnap = 0x80;
    const byte NlpidPpp = 0xcf;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        var address = 2;
        while (address <= bytes.Length && address < MaxAddress && (bytes[address - 1] & 1) == 0) address++;
        var needed = address + 2;
        if (bytes.Length < needed) return d.EndShort(LayerKind.FrameRelay, needed, Anomaly.LinkTooShort);
        if (bytes[address] != UnnumberedInformation)
        {
            var type = BinaryPrimitives.ReadUInt16BigEndian(bytes[address..]);
            d.Push(LayerKind.FrameRelay, needed).Value = type;
            return EtherTypes.NextNamed(type, ref d);
        }

        // A zero pads the header to an even length (RFC 2427 §3).
        var at = address + 1;
        if (bytes[at] == 0) at++;
        if (bytes.Length <= at) return d.EndShort(LayerKind.FrameRelay, at + 1, Anomaly.LinkTooShort);
        var nlpid = bytes[at];
        d.Push(LayerKind.FrameRelay, at + 1).Value = nlpid;
        return nlpid switch
        {
            NlpidIpv4 => LayerKind.Ipv4,
            NlpidIpv6 => LayerKind.Ipv6,
            NlpidSnap => LayerKind.Snap,
            NlpidPpp => LayerKind.Ppp,
            _ => EtherTypes.Unknown(nlpid, ref d),
        };
    }
}
