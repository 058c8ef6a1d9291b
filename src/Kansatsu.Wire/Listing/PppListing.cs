namespace Kansatsu.Wire;

/// <summary>PPP's control protocols and PPPoE.</summary>
static class PppListing
{
    const ushort ServiceName = 0x0101;
    const ushort ConcentratorName = 0x0102;

    public static bool SummarizeControl(ReadOnlySpan<byte> bytes, ushort protocol, ListingWriter to)
    {
        if (!PppControlPacket.TryRead(bytes, out var packet)) return false;
        to.Text(ProtocolName(protocol)).Text(" ").Text(CodeName(protocol, packet.Code));
        if (protocol == PppLayer.Ipv6Control && packet.TryReadInterfaceIdentifier(out var identifier))
            to.Text(", interface identifier ").Hex(identifier, 16);
        return true;
    }

    public static void ListControl(ReadOnlySpan<byte> bytes, ushort protocol, ListingWriter to)
    {
        if (!PppControlPacket.TryRead(bytes, out var packet)) return;
        to.Field("Protocol").Text(ProtocolName(protocol)).Text(" (").Hex(protocol, 4).Text(")");
        to.Field("Code").Text(CodeName(protocol, packet.Code)).Text(" (").Number(packet.Code).Text(")");
        to.Field("Identifier").Number(packet.Identifier);
        to.Field("Length").Number(packet.Length);
        if (protocol == PppLayer.Ipv6Control && packet.TryReadInterfaceIdentifier(out var identifier))
            to.Field("Interface identifier").Hex(identifier, 16);
        // PAP and CHAP use the same codes without options, and their content is a secret.
        if (protocol is 0xc023 or 0xc223) return;
        foreach (var option in packet.Options) to.Field("Option").Number(option.Type).Text(" ").Bytes(option.Value);
    }

    public static bool SummarizeDiscovery(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!PppoeHeader.TryRead(bytes, out var header)) return false;
        to.Text(DiscoveryName(header.Code));
        foreach (var tag in header.Tags)
            if (tag.Type == ConcentratorName) to.Text(" AC-Name='").Wire(tag.Value, 64).Text("'");
        return true;
    }

    public static void ListPppoe(ReadOnlySpan<byte> bytes, LayerKind kind, ListingWriter to)
    {
        if (!PppoeHeader.TryRead(bytes, out var header)) return;
        to.Field("Version").Number(header.Version);
        to.Field("Type").Number(header.Type);
        to.Field("Code").Text(DiscoveryName(header.Code)).Text(" (").Hex(header.Code, 2).Text(")");
        to.Field("Session").Hex(header.SessionId, 4);
        to.Field("Length").Number(header.Length);
        if (kind != LayerKind.PppoeDiscovery) return;
        foreach (var tag in header.Tags)
        {
            to.Field("Tag").Hex(tag.Type, 4).Text(" ");
            if (tag.Type is ServiceName or ConcentratorName) to.Wire(tag.Value);
            else to.Bytes(tag.Value);
        }
    }

    static string DiscoveryName(byte code) => code switch
    {
        0x00 => "Session data",
        0x07 => "Active discovery offer",
        0x09 => "Active discovery initiation",
        0x19 => "Active discovery request",
        0x65 => "Active discovery session confirmation",
        0xa7 => "Active discovery terminate",
        _ => "Unknown code",
    };

    static string ProtocolName(ushort protocol) => protocol switch
    {
        0x8021 => "IPCP",
        PppLayer.Ipv6Control => "IPV6CP",
        0x80fd => "CCP",
        0x8281 => "MPLSCP",
        0xc021 => "LCP",
        0xc023 => "PAP",
        0xc025 => "LQR",
        0xc223 => "CHAP",
        0xc227 => "EAP",
        _ => "control protocol",
    };

    static string CodeName(ushort protocol, byte code) => (protocol, code) switch
    {
        (0xc023, 1) => "authenticate request",
        (0xc023, 2) => "authenticate ack",
        (0xc023, 3) => "authenticate nak",
        (0xc223, 1) => "challenge",
        (0xc223, 2) => "response",
        (0xc223, 3) => "success",
        (0xc223, 4) => "failure",
        (_, 1) => "configure request",
        (_, 2) => "configure ack",
        (_, 3) => "configure nak",
        (_, 4) => "configure reject",
        (_, 5) => "terminate request",
        (_, 6) => "terminate ack",
        (_, 7) => "code reject",
        (_, 8) => "protocol reject",
        (_, 9) => "echo request",
        (_, 10) => "echo reply",
        (_, 11) => "discard request",
        _ => "unknown code",
    };
}
