namespace Kansatsu.Wire;

/// <summary>What makes calls: STUN and TURN, SIP, RTP and RTCP.</summary>
static class CallListing
{
    const int MaxAttributes = 64;

    public static bool SummarizeStun(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!StunMessage.TryRead(bytes, out var message)) return false;
        to.Text(StunMessage.MethodName(message.Method)).Text(" ").Text(StunMessage.ClassName(message.Class));
        var attributes = message.Attributes;
        for (var i = 0; i < MaxAttributes && attributes.MoveNext(); i++)
        {
            if (attributes.TryGetEndpoint(out var address, out var port))
                to.Text(" ").Text(AttributeName(attributes.Type)).Text(": ").Address(address).Text(" port ").Number(port);
            else if (attributes.Type == StunAttributes.Username) to.Text(" user: ").Wire(attributes.Value, 64);
        }

        return true;
    }

    public static void ListStun(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!StunMessage.TryRead(bytes, out var message)) return;
        to.Field("Type").Text(StunMessage.MethodName(message.Method)).Text(" ").Text(StunMessage.ClassName(message.Class)).Text(" (").Hex(message.Type, 4).Text(")");
        to.Field("Length").Number(message.Length);
        to.Field("Magic cookie").Text(message.HasCookie ? "present" : "absent");
        var attributes = message.Attributes;
        for (var i = 0; i < MaxAttributes && attributes.MoveNext(); i++)
        {
            to.Field(AttributeName(attributes.Type)).Text("(").Hex(attributes.Type, 4).Text(") ");
            if (attributes.TryGetEndpoint(out var address, out var port)) to.Address(address).Text(" port ").Number(port);
            else if (attributes.Type is StunAttributes.Software or StunAttributes.Username or StunAttributes.Realm) to.Wire(attributes.Value);
            else to.Bytes(attributes.Value);
        }
    }

    static string AttributeName(ushort type) => type switch
    {
        StunAttributes.MappedAddress => "MAPPED-ADDRESS",
        StunAttributes.Username => "USERNAME",
        StunAttributes.ErrorCode => "ERROR-CODE",
        StunAttributes.XorPeerAddress => "XOR-PEER-ADDRESS",
        StunAttributes.Realm => "REALM",
        StunAttributes.XorRelayedAddress => "XOR-RELAYED-ADDRESS",
        StunAttributes.XorMappedAddress or StunAttributes.OldXorMappedAddress => "XOR-MAPPED-ADDRESS",
        StunAttributes.UseCandidate => "USE-CANDIDATE",
        StunAttributes.Software => "SOFTWARE",
        _ => "Attribute",
    };

    public static bool SummarizeSip(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!SipMessage.TryRead(bytes, out var message)) return false;
        if (message.StatusCode != 0) to.Text("Status: ").Number(message.StatusCode).Text(" ").Wire(message.Subject, 64);
        else to.Text("Request: ").Wire(message.Method, 32).Text(" ").Wire(message.Subject, 128);
        return true;
    }

    public static void ListSip(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!SipMessage.TryRead(bytes, out var message)) return;
        if (message.StatusCode != 0) to.Field("Status").Number(message.StatusCode).Text(" ").Wire(message.Subject);
        else to.Field("Request").Wire(message.Method).Text(" ").Wire(message.Subject);
        DiscoveryListing.WriteFields(message.Fields, to);
    }

    public static bool SummarizeRtp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!RtpHeader.TryRead(bytes, out var rtp)) return false;
        to.Text("PT=").Text(RtpHeader.PayloadName(rtp.PayloadType)).Text(" (").Number(rtp.PayloadType).Text("), SSRC=").Hex(rtp.SynchronizationSource, 8)
            .Text(", Seq=").Number(rtp.SequenceNumber).Text(", Time=").Number(rtp.Timestamp).Text(rtp.HasMarker ? ", Mark" : "");
        return true;
    }

    public static void ListRtp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!RtpHeader.TryRead(bytes, out var rtp)) return;
        to.Field("Payload type").Number(rtp.PayloadType).Text(" (").Text(RtpHeader.PayloadName(rtp.PayloadType)).Text(")");
        to.Field("Sequence number").Number(rtp.SequenceNumber);
        to.Field("Timestamp").Number(rtp.Timestamp);
        to.Field("Synchronization source").Hex(rtp.SynchronizationSource, 8);
    }

    public static bool SummarizeRtcp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!RtcpHeader.TryRead(bytes, out var rtcp)) return false;
        to.Text(RtcpHeader.Name(rtcp.PacketType));
        return true;
    }

    public static void ListRtcp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!RtcpHeader.TryRead(bytes, out var rtcp)) return;
        to.Field("Packet type").Text(RtcpHeader.Name(rtcp.PacketType)).Text(" (").Number(rtcp.PacketType).Text(")");
        to.Field("Sender").Hex(rtcp.SynchronizationSource, 8);
    }
}
