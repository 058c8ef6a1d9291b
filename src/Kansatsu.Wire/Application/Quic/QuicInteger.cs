namespace Kansatsu.Wire;

/// <summary>QUIC's variable-length integers: the top two bits give the length (RFC 9000 §16).</summary>
static class QuicInteger
{
    public static bool TryRead(ref WireReader reader, out ulong value)
    {
        if (!reader.TryReadByte(out var first))
        {
            value = 0;
            return false;
        }

        value = first & 0x3fu;
        for (var more = (1 << (first >> 6)) - 1; more > 0; more--)
        {
            if (!reader.TryReadByte(out var next)) return false;
            value = (value << 8) | next;
        }

        return true;
    }

    /// <summary>An integer that counts bytes of something held in memory.</summary>
    public static bool TryReadLength(ref WireReader reader, out int length)
    {
        var ok = TryRead(ref reader, out var value) && value <= int.MaxValue;
        length = ok ? (int)value : 0;
        return ok;
    }
}
