namespace Kansatsu.Wire;

/// <summary>ARP, LLDP and EAPOL: protocols that end at the link.</summary>
static class NeighborProtocolListing
{
    public static bool SummarizeArp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!ArpPacket.TryRead(bytes, out var arp)) return false;
        if (!arp.IsEthernetIpv4) to.Text("ARP operation ").Number(arp.Operation);
        else if (arp.Operation == ArpPacket.Reply) to.Address(arp.Sender).Text(" is at ").Mac(arp.SenderMac);
        else if (arp.Operation != ArpPacket.Request) to.Text(OperationName(arp.Operation)).Text(" of ").Mac(arp.TargetMac);
        else if (arp.Sender == arp.Target) to.Text("Announcement of ").Address(arp.Sender);
        else to.Text("Who has ").Address(arp.Target).Text("? Tell ").Address(arp.Sender);
        return true;
    }

    public static void ListArp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!ArpPacket.TryRead(bytes, out var arp)) return;
        to.Field("Hardware type").Number(arp.HardwareType);
        to.Field("Protocol type").Hex(arp.ProtocolType, 4);
        to.Field("Operation").Text(OperationName(arp.Operation)).Text(" (").Number(arp.Operation).Text(")");
        Pair("Sender", arp.SenderHardware, arp.SenderProtocol, to);
        Pair("Target", arp.TargetHardware, arp.TargetProtocol, to);
    }

    public static bool SummarizeLldp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        var before = to.Length;
        foreach (var element in new LldpElements(bytes))
        {
            if (element.Type is not (LldpElements.SystemName or LldpElements.PortDescription)) continue;
            if (to.Length > before) to.Text(", ");
            to.Text(element.Type == LldpElements.SystemName ? "system " : "port ").Wire(element.Value, 64);
        }

        return to.Length > before;
    }

    public static void ListLldp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        foreach (var element in new LldpElements(bytes))
        {
            switch (element.Type)
            {
                case LldpElements.PortDescription: to.Field("Port description").Wire(element.Value); break;
                case LldpElements.SystemName: to.Field("System name").Wire(element.Value); break;
                case LldpElements.SystemDescription: to.Field("System description").Wire(element.Value); break;
                case LldpElements.ChassisId: Identifier("Chassis", element.Value, to); break;
                case LldpElements.PortId: Identifier("Port", element.Value, to); break;
                default: to.Field("Element").Number(element.Type).Text(" ").Bytes(element.Value); break;
            }
        }
    }

    public static bool SummarizeEapol(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!EapolHeader.TryRead(bytes, out var header)) return false;
        to.Text(EapolName(header.Type));
        return true;
    }

    public static void ListEapol(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!EapolHeader.TryRead(bytes, out var header)) return;
        to.Field("Version").Number(header.Version);
        to.Field("Type").Text(EapolName(header.Type)).Text(" (").Number(header.Type).Text(")");
        to.Field("Length").Number(header.Length);
    }

    static void Pair(ReadOnlySpan<char> name, ReadOnlySpan<byte> hardware, ReadOnlySpan<byte> protocol, ListingWriter to)
    {
        to.Field(name);
        if (hardware.Length == MacAddress.Length) to.Mac(MacAddress.Read(hardware));
        else to.Bytes(hardware);
        to.Text(" ");
        if (protocol.Length == 4) to.Address(Ipv6Address.FromIpv4(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(protocol)));
        else to.Bytes(protocol);
    }

    /// <summary>The first byte says what the identifier is: 4 (chassis) and 3 (port) are MAC addresses; names are of other subtypes.</summary>
    static void Identifier(ReadOnlySpan<char> name, ReadOnlySpan<byte> value, ListingWriter to)
    {
        to.Field(name);
        if (value.Length == 1 + MacAddress.Length && value[0] is 3 or 4) to.Mac(MacAddress.Read(value[1..]));
        else if (value.Length > 1) to.Wire(value[1..]);
    }

    static string OperationName(ushort operation) => operation switch
    {
        1 => "request",
        2 => "reply",
        3 => "reverse request",
        4 => "reverse reply",
        8 => "inverse request",
        9 => "inverse reply",
        _ => "operation",
    };

    static string EapolName(byte type) => type switch
    {
        0 => "EAP packet",
        1 => "Start",
        2 => "Logoff",
        3 => "Key",
        _ => "Unknown type",
    };
}
