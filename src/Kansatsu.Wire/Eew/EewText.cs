namespace Kansatsu.Wire;

/// <summary>Finds where the text of a code telegram begins and ends.</summary>
public static class EewText
{
    public const byte StartOfText = 0x02;
    public const byte EndOfText = 0x03;

    /// <summary>White space allowed between two words of the head, where it is searched for.</summary>
    const int MaxGap = 16;

    const int IssueTimeLength = 12;

    /// <summary>The first place that looks like the head: three words of two digits, twelve digits, C.</summary>
    public static int IndexOfHead(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 24 <= bytes.Length; i++)
        {
            if (!IsDigit(bytes[i])) continue;
            if (i > 0 && IsWord(bytes[i - 1])) continue;
            if (IsHead(bytes[i..])) return i;
        }

        return -1;
    }

    public static bool IsHead(ReadOnlySpan<byte> bytes) =>
        TakeDigits(ref bytes, 2) && TakeDigits(ref bytes, 2) && TakeDigits(ref bytes, 2) && TakeDigits(ref bytes, IssueTimeLength)
        && !bytes.IsEmpty && bytes[0] == (byte)'C';

    /// <summary>An event's number and the mark of a serial: what a telegram in an unknown framing must have besides its head.</summary>
    public static bool HasSerial(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("ND"u8) is >= 0 and var at && bytes.Length >= at + 19 && bytes.Slice(at + 2, 14).IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
        && bytes[(at + 16)..].IndexOf("NC"u8) is >= 0 and <= MaxGap;

    /// <summary>White space between words, whatever wrote the line ends.</summary>
    public static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0x0b or 0x0c;

    /// <summary>Where the next telegram of several in a row begins, or the length of all.</summary>
    public static int EndOfFirst(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("9999="u8);
        if (end < 0) return bytes.Length;
        end += 5;
        var next = IndexOfHead(bytes[end..]);
        return next < 0 ? bytes.Length : end + next;
    }

    static bool TakeDigits(ref ReadOnlySpan<byte> bytes, int count)
    {
        if (bytes.Length < count + 1 || bytes[..count].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0) return false;
        bytes = bytes[count..];
        var gap = 0;
        while (gap < bytes.Length && gap <= MaxGap && IsSpace(bytes[gap])) gap++;
        bytes = bytes[gap..];
        return gap is > 0 and <= MaxGap;
    }

    static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    static bool IsWord(byte b) => IsDigit(b) || b is >= (byte)'A' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z' or (byte)'/';
}
