namespace Kansatsu.Wire;

/// <summary>The lines and blocks of ICMPv6.</summary>
static class Icmpv6Listing
{
    const int ChecksumOffset = 2;

    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        var message = d.BytesOf(layer);
        if (message.Length < 2) return false;
        to.Text(Icmpv6Names.Type(message[0]));
        if (!NdpListing.Summarize(message, to)) SummarizeOthers(message, to);
        return true;
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        var message = d.BytesOf(layer);
        to.Title(layer.IsQuoted ? "Internet Control Message Protocol v6 (quoted)" : "Internet Control Message Protocol v6");
        if (message.Length < 4) return;
        to.Field("Type").Number(message[0]).Text(" (").Text(Icmpv6Names.Type(message[0])).Text(")");
        to.Field("Code").Number(message[1]);
        var code = Icmpv6Names.Code(message[0], message[1]) ?? "unknown";
        if (code.Length > 0) to.Text(" (").Text(code).Text(")");
        ChecksumListing.List(d, layer, message, ChecksumOffset, IpProtocols.Icmpv6, to);
        if (!NdpListing.List(message, to) && !MldListing.List(message, to)) ListOthers(message, to);
    }

    static void SummarizeOthers(ReadOnlySpan<byte> message, ListingWriter to)
    {
        if (Icmpv6Error.TryRead(message, out var error))
        {
            if (error.Type == Icmpv6Types.PacketTooBig) to.Text(" (").Number(error.Mtu).Text(")");
            else to.Text(" (").Text(Icmpv6Names.Code(error.Type, error.Code) ?? "unknown code").Text(")");
        }
        else if (Icmpv6Echo.TryRead(message, out var echo))
            to.Text(" id=").Hex(echo.Identifier, 4).Text(", seq=").Number(echo.SequenceNumber);
        else if (message[0] == Icmpv6Types.Rpl) to.Text(" (").Text(Icmpv6Names.Code(message[0], message[1]) ?? "unknown code").Text(")");
        else if (!Icmpv6Types.IsAssigned(message[0])) to.Text(" type ").Number(message[0]);
    }

    static void ListOthers(ReadOnlySpan<byte> message, ListingWriter to)
    {
        if (Icmpv6Error.TryRead(message, out var error))
        {
            if (error.Type == Icmpv6Types.PacketTooBig) to.Field("MTU").Number(error.Mtu);
            else if (error.Type == Icmpv6Types.ParameterProblem) to.Field("Pointer").Number(error.Pointer);
        }
        else if (Icmpv6Echo.TryRead(message, out var echo))
        {
            to.Field("Identifier").Hex(echo.Identifier, 4);
            to.Field("Sequence").Number(echo.SequenceNumber);
            to.Field("Payload").Number(echo.Payload.Length).Text(" bytes");
        }
        else if (NodeInformation.TryRead(message, out var node)) ListNode(node, to);
        else if (RouterRenumbering.TryRead(message, out var renumbering))
        {
            to.Field("Sequence number").Number(renumbering.SequenceNumber);
            to.Field("Segment number").Number(renumbering.SegmentNumber);
            to.Field("Flags").Hex(renumbering.Flags, 2);
            to.Field("Maximum delay").Number(renumbering.MaximumDelayMilliseconds).Text(" ms");
        }
        else if (message.Length > 4) to.Field("Content").Bytes(message[4..]);
    }

    static void ListNode(in NodeInformation node, ListingWriter to)
    {
        to.Field("Query type").Number(node.QueryType).Text(node.QueryType switch
        {
            NodeInformation.NoOperation => " (no operation)",
            NodeInformation.NodeName => " (node name)",
            NodeInformation.NodeAddresses => " (node addresses)",
            NodeInformation.Ipv4Addresses => " (IPv4 addresses)",
            _ => " (unknown)",
        });
        to.Field("Flags").Hex(node.Flags, 4);
        to.Field("Nonce").Hex(node.Nonce, 16);
        if (!node.Content.IsEmpty) to.Field(node.IsReply ? "Answer" : "Subject").Bytes(node.Content);
    }
}
