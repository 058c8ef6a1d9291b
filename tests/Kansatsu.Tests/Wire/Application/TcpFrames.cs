using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application;

/// <summary>Ethernet frames that carry one TCP segment over IPv6; the checksum is left wrong.</summary>
static class TcpFrames
{
    const int HeadersLength = 14 + 40 + 20;

    public static Frame Of(ReadOnlySpan<byte> payload, int destination)
    {
        var frame = new byte[HeadersLength + payload.Length];
        var bytes = frame.AsSpan();
        BinaryPrimitives.WriteUInt16BigEndian(bytes[12..], 0x86dd);
        bytes[14] = 0x60;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[18..], (ushort)(20 + payload.Length));
        bytes[20] = 6;
        bytes[21] = 64;
        Ipv6Address.Parse("2001:db8::1").Write(bytes[22..]);
        Ipv6Address.Parse("2001:db8::2").Write(bytes[38..]);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[54..], 50_000);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[56..], (ushort)destination);
        bytes[66] = 0x50;
        bytes[67] = 0x18;
        payload.CopyTo(bytes[HeadersLength..]);
        return new Frame(frame, frame.Length, default, LinkType.Ethernet);
    }
}
