using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// Options that hold one number: MTU (RFC 4861 §4.6.4, bytes), advertisement interval (RFC 6275 §7.3, milliseconds),
/// NBMA shortcut limit (RFC 2491, hops), SEND timestamp (RFC 3971 §5.3.1, seconds with 16 bits of fraction), flags extension (RFC 5175 §4, 48 bits).
/// </summary>
public static class NdpNumber
{
    const int ShortOffset = 2;
    const int WordOffset = 4;
    const int LongOffset = 8;

    public static bool TryRead(NdpOption option, out ulong number)
    {
        number = 0;
        var bytes = option.Bytes;
        if (bytes.Length < 8 || (option.Type == NdpOptionTypes.Timestamp && bytes.Length < 16)) return false;
        switch (option.Type)
        {
            case NdpOptionTypes.Mtu or NdpOptionTypes.AdvertisementInterval:
                number = BinaryPrimitives.ReadUInt32BigEndian(bytes[WordOffset..]);
                return true;
            case NdpOptionTypes.NbmaShortcutLimit:
                number = bytes[ShortOffset];
                return true;
            case NdpOptionTypes.Timestamp:
                number = BinaryPrimitives.ReadUInt64BigEndian(bytes[LongOffset..]);
                return true;
            case NdpOptionTypes.FlagsExtension:
                number = BinaryPrimitives.ReadUInt64BigEndian(bytes) & 0xffff_ffff_ffff;
                return true;
            default: return false;
        }
    }
}
