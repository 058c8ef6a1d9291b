namespace Kansatsu.Wire;

/// <summary>
/// The end of an ESP packet that is authenticated but not encrypted (RFC 2410): padding that counts 1, 2, 3 …, its length, the next header
/// (RFC 4303 §2.4). The length of the check value behind it is not on the wire, so the usual ones are tried (RFC 5879 §8).
/// </summary>
static class EspTrailer
{
    const int HeaderLength = 8;

    /// <summary>With less padding, encrypted bytes would look like a trailer too often.</summary>
    const int LeastPadding = 2;

    static ReadOnlySpan<byte> CheckValueLengths => [12, 16, 24, 32, 0];

    /// <summary>The packet is readable as one that carries <paramref name="nextHeader"/>.</summary>
    public static bool NamesNext(ReadOnlySpan<byte> packet, byte nextHeader)
    {
        foreach (var checkValue in CheckValueLengths)
        {
            var end = packet.Length - checkValue;
            if (end < HeaderLength + LeastPadding + 2 || packet[end - 1] != nextHeader) continue;
            var padding = packet[end - 2];
            if (padding >= LeastPadding && HeaderLength + padding + 2 <= end && CountsUp(packet.Slice(end - 2 - padding, padding))) return true;
        }

        return false;
    }

    static bool CountsUp(ReadOnlySpan<byte> padding)
    {
        for (var i = 0; i < padding.Length; i++)
            if (padding[i] != i + 1) return false;
        return true;
    }
}
