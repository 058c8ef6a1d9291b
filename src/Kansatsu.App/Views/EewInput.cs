using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>What a person hands to `eew decode`: bytes as they are, or written in hexadecimal digits.</summary>
static class EewInput
{
    /// <summary>The bytes meant: digits in pairs, with white space, colons or 0x between them, are read as bytes.</summary>
    public static byte[] Bytes(byte[] given)
    {
        if (EewText.IndexOfHead(given) >= 0 && !IsAllHex(given)) return given;
        var bytes = new List<byte>(given.Length / 2);
        var high = -1;
        for (var i = 0; i < given.Length; i++)
        {
            var c = (char)given[i];
            if (EewText.IsSpace(given[i]) || c is ':' or ',') continue;
            if (high < 0 && c == '0' && i + 1 < given.Length && (given[i + 1] | 0x20) == 'x')
            {
                i++;
                continue;
            }

            if (!char.IsAsciiHexDigit(c)) return given;
            var digit = Convert.ToInt32(c.ToString(), 16);
            if (high < 0) high = digit;
            else
            {
                bytes.Add((byte)((high << 4) | digit));
                high = -1;
            }
        }

        return high >= 0 || bytes.Count == 0 ? given : [.. bytes];
    }

    /// <summary>pcap in either order and resolution, or pcapng; telegrams in it came in packets, whose arrival matters.</summary>
    public static bool IsCapture(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(bytes) is 0xa1b2c3d4 or 0xd4c3b2a1 or 0xa1b23c4d or 0x4d3cb2a1 or 0x0a0d0d0a;

    public static string WhyNothing(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return "it is empty";
        if (IsCapture(bytes)) return "a capture: use kansatsu telegrams";
        return "no EEW telegram and no framing of one was found in it";
    }

    static bool IsAllHex(ReadOnlySpan<byte> given)
    {
        foreach (var b in given)
            if (!EewText.IsSpace(b) && !char.IsAsciiHexDigit((char)b)) return false;
        return true;
    }
}
