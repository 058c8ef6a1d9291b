using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>ARP and RARP (RFC 826, RFC 903), for addresses of any size; the typed properties answer for Ethernet and IPv4.</summary>
public readonly ref struct ArpPacket
{
    public const int HeaderLength = 8;
    public const ushort Request = 1;
    public const ushort Reply = 2;

    readonly ReadOnlySpan<byte> _bytes;

    ArpPacket(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out ArpPacket packet)
    {
        packet = default;
        if (bytes.Length < HeaderLength || bytes.Length < LengthFor(bytes)) return false;
        packet = new ArpPacket(bytes);
        return true;
    }

    /// <summary>Bytes that the address sizes in a header of at least eight bytes ask for.</summary>
    internal static int LengthFor(ReadOnlySpan<byte> bytes) => HeaderLength + (2 * (bytes[4] + bytes[5]));

    public ushort HardwareType => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    public ushort ProtocolType => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    public ushort Operation => BinaryPrimitives.ReadUInt16BigEndian(_bytes[6..]);

    /// <summary>The addresses are 48-bit and IPv4.</summary>
    public bool IsEthernetIpv4 => _bytes[4] == MacAddress.Length && _bytes[5] == 4;

    public ReadOnlySpan<byte> SenderHardware => _bytes.Slice(HeaderLength, _bytes[4]);

    public ReadOnlySpan<byte> SenderProtocol => _bytes.Slice(HeaderLength + _bytes[4], _bytes[5]);

    public ReadOnlySpan<byte> TargetHardware => _bytes.Slice(HeaderLength + _bytes[4] + _bytes[5], _bytes[4]);

    public ReadOnlySpan<byte> TargetProtocol => _bytes.Slice(HeaderLength + (2 * _bytes[4]) + _bytes[5], _bytes[5]);

    public MacAddress SenderMac => Mac(SenderHardware);

    public MacAddress TargetMac => Mac(TargetHardware);

    public Ipv6Address Sender => Ip(SenderProtocol);

    public Ipv6Address Target => Ip(TargetProtocol);

    static MacAddress Mac(ReadOnlySpan<byte> bytes) => bytes.Length == MacAddress.Length ? MacAddress.Read(bytes) : default;

    static Ipv6Address Ip(ReadOnlySpan<byte> bytes) => bytes.Length == 4 ? Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(bytes)) : default;
}
