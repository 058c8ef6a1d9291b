using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Messaging;

public class MqttPacketTests
{
    static byte[] Connect4 => [0x10, 16, 0, 4, .. "MQTT"u8, 4, 2, 0, 60, 0, 4, .. "name"u8];

    static byte[] Connect5 => [0x10, 19, 0, 4, .. "MQTT"u8, 5, 2, 0, 60, 2, 0x21, 1, 0, 4, .. "five"u8];

    [Fact]
    public void A_client_names_itself_in_either_version()
    {
        Assert.True(MqttPacket.TryRead(Connect4, out var four));
        Assert.Equal("name"u8, four.ClientId);
        Assert.Equal(4, four.Level);
        Assert.True(MqttPacket.TryRead(Connect5, out var five));
        Assert.Equal("five"u8, five.ClientId);
        Assert.Equal(5, five.Level);
    }

    [Fact]
    public void A_publication_names_its_topic()
    {
        Assert.True(MqttPacket.TryRead([0x30, 7, 0, 3, .. "a/b"u8, 1, 2, 0xc0, 0], out var packet));
        Assert.Equal("a/b"u8, packet.Topic);
        Assert.Equal(9, packet.Length);
        Assert.True(packet.ClientId.IsEmpty);
    }

    [Fact]
    public void A_packet_cut_anywhere_gives_no_wrong_name()
    {
        for (var length = 0; length < Connect5.Length; length++)
            if (MqttPacket.TryRead(Connect5.AsSpan(0, length), out var packet)) Assert.True(packet.ClientId.IsEmpty && !packet.IsComplete);
    }

    [Fact]
    public void A_length_of_more_than_four_bytes_is_refused() => Assert.False(MqttPacket.TryRead([0x30, 0x80, 0x80, 0x80, 0x80, 1], out _));
}
