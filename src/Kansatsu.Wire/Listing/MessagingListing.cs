namespace Kansatsu.Wire;

/// <summary>MQTT as text.</summary>
static class MessagingListing
{
    const int MaxPackets = 16;

    public static bool Summarize(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!MqttPacket.TryRead(bytes, out var packet)) return false;
        to.Text(Name(packet.Type));
        if (!packet.ClientId.IsEmpty) to.Text(" (").Wire(packet.ClientId).Text(")");
        if (!packet.Topic.IsEmpty) to.Text(" [").Wire(packet.Topic).Text("]");
        return true;
    }

    public static void List(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        for (var count = 0; count < MaxPackets && MqttPacket.TryRead(bytes, out var packet); count++)
        {
            to.Field("Packet").Text(Name(packet.Type)).Text(", ").Number(packet.DeclaredLength).Text(" bytes");
            to.Indent();
            if (packet.Level != 0) to.Field("Protocol level").Number(packet.Level);
            if (!packet.ClientId.IsEmpty) to.Field("Client id").Wire(packet.ClientId);
            if (!packet.Topic.IsEmpty) to.Field("Topic").Wire(packet.Topic);
            to.Outdent();
            bytes = bytes[packet.Length..];
        }
    }

    static string Name(byte type) => type switch
    {
        1 => "Connect",
        2 => "Connect Ack",
        3 => "Publish",
        4 => "Publish Ack",
        5 => "Publish Received",
        6 => "Publish Release",
        7 => "Publish Complete",
        8 => "Subscribe",
        9 => "Subscribe Ack",
        10 => "Unsubscribe",
        11 => "Unsubscribe Ack",
        12 => "Ping Request",
        13 => "Ping Response",
        14 => "Disconnect",
        _ => "Authentication",
    };
}
