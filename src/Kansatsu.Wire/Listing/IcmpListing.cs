namespace Kansatsu.Wire;

/// <summary>The lines and blocks of ICMP for IPv4 (RFC 792).</summary>
static class IcmpListing
{
    const int ChecksumOffset = 2;

    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        var message = d.BytesOf(layer);
        if (message.Length < 2) return false;
        to.Text(NameOf(message[0]));
        if (message[0] == 3) to.Text(" (").Text(Unreachable(message[1])).Text(")");
        else if (message[0] is 0 or 8 && message.Length >= 8)
            to.Text(" id=").Hex((ulong)(message[4] << 8 | message[5]), 4).Text(", seq=").Number(message[6] << 8 | message[7]);
        return true;
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        to.Title(layer.IsQuoted ? "Internet Control Message Protocol (quoted)" : "Internet Control Message Protocol");
        var message = d.BytesOf(layer);
        if (message.Length < 4) return;
        to.Field("Type").Number(message[0]).Text(" (").Text(NameOf(message[0])).Text(")");
        to.Field("Code").Number(message[1]);
        if (message[0] == 3) to.Text(" (").Text(Unreachable(message[1])).Text(")");
        ChecksumListing.List(d, layer, message, ChecksumOffset, 0, to);
        if (message[0] is 0 or 8 && message.Length >= 8)
        {
            to.Field("Identifier").Hex((ulong)(message[4] << 8 | message[5]), 4);
            to.Field("Sequence").Number(message[6] << 8 | message[7]);
        }
        else if (message is [3, 4, _, _, _, _, var high, var low, ..]) to.Field("MTU of next hop").Number(high << 8 | low);
        else if (message is [5, _, _, _, _, _, _, _, ..])
        {
            var reader = new WireReader(message[4..]);
            if (reader.TryReadUInt32(out var gateway)) to.Field("Gateway").Address(Ipv6Address.FromIpv4(gateway));
        }
    }

    static string NameOf(byte type) => type switch
    {
        0 => "Echo (ping) reply",
        3 => "Destination unreachable",
        4 => "Source quench",
        5 => "Redirect",
        8 => "Echo (ping) request",
        9 => "Router advertisement",
        10 => "Router solicitation",
        11 => "Time-to-live exceeded",
        12 => "Parameter problem",
        13 => "Timestamp request",
        14 => "Timestamp reply",
        15 => "Information request",
        16 => "Information reply",
        17 => "Address mask request",
        18 => "Address mask reply",
        40 => "Photuris",
        42 => "Extended echo request",
        43 => "Extended echo reply",
        253 or 254 => "Experimental",
        _ => "Unknown ICMP type",
    };

    static string Unreachable(byte code) => code switch
    {
        0 => "Network unreachable",
        1 => "Host unreachable",
        2 => "Protocol unreachable",
        3 => "Port unreachable",
        4 => "Fragmentation needed",
        5 => "Source route failed",
        6 => "Network unknown",
        7 => "Host unknown",
        9 or 10 or 13 => "Administratively prohibited",
        11 => "Network unreachable for TOS",
        12 => "Host unreachable for TOS",
        _ => "Other code",
    };
}
