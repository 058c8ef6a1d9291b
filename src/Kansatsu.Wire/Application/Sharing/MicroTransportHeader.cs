using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The header of uTP, BitTorrent's own transport over UDP (BEP 29).</summary>
public readonly ref struct MicroTransportHeader
{
    public const int Length = 20;

    readonly ReadOnlySpan<byte> _bytes;

    MicroTransportHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out MicroTransportHeader header)
    {
        var ok = bytes.Length >= Length && (bytes[0] & 0x0f) == 1 && bytes[0] >> 4 <= 4;
        header = ok ? new MicroTransportHeader(bytes) : default;
        return ok;
    }

    /// <summary>0 data, 1 fin, 2 state, 3 reset, 4 syn.</summary>
    public int Type => _bytes[0] >> 4;

    public ushort ConnectionId => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    public static string Name(int type) => type switch { 0 => "Data", 1 => "Fin", 2 => "State", 3 => "Reset", _ => "Syn" };
}
