using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Kansatsu.Wire;

/// <summary>
/// Text from the wire made harmless: control characters, terminal escapes, line ends, right-to-left marks, unassigned and invalid bytes
/// come out as \xNN or \u{N}; a backslash as \\. What is printable stays as it is, in any script. Where a string is wanted before it is escaped,
/// <see cref="Decode"/> makes one that forgets no byte.
/// </summary>
public static class WireText
{
    /// <summary>A byte that is no UTF-8 stands in a string as this plus its value: half a surrogate pair, which no text that is right can hold.</summary>
    const char StrayBase = '\udc00';

    /// <summary>The longest that <see cref="Escape(ReadOnlySpan{byte}, Span{char})"/> writes for so many bytes.</summary>
    public static int MaxEscapedLength(int bytes) => bytes * 10;

    /// <returns>Characters written.</returns>
    public static int Escape(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        var length = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
            if (status != OperationStatus.Done)
            {
                foreach (var bad in bytes[..consumed])
                {
                    $"\\x{bad:x2}".CopyTo(text[length..]);
                    length += 4;
                }
            }
            else length += Escape(rune, text[length..]);

            bytes = bytes[consumed..];
        }

        return length;
    }

    public static string Escape(ReadOnlySpan<byte> bytes)
    {
        var text = new char[MaxEscapedLength(bytes.Length)];
        return new string(text, 0, Escape(bytes, text));
    }

    /// <summary>
    /// Bytes as a string, not escaped yet. Bytes that are no UTF-8 become the lone surrogates U+DC80 to U+DCFF, so that different bytes stay different
    /// strings and <see cref="Escape(string)"/> can still write them as \xNN. Such a string must be escaped before it is written anywhere.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var consumed) == OperationStatus.Done) text.Append(rune.ToString());
            else
            {
                foreach (var stray in bytes[..consumed]) text.Append((char)(StrayBase + stray));
            }

            bytes = bytes[consumed..];
        }

        return text.ToString();
    }

    /// <summary>Whether bytes, decoded, are a given string; without making one of them.</summary>
    public static bool IsDecoded(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> text)
    {
        Span<char> one = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            var isRune = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed) == OperationStatus.Done;
            if (isRune)
            {
                var length = rune.EncodeToUtf16(one);
                if (!text.StartsWith(one[..length])) return false;
                text = text[length..];
            }
            else
            {
                foreach (var stray in bytes[..consumed])
                {
                    if (text.IsEmpty || text[0] != StrayBase + stray) return false;
                    text = text[1..];
                }
            }

            bytes = bytes[consumed..];
        }

        return text.IsEmpty;
    }

    /// <summary>The same for text that was decoded earlier, by <see cref="Decode"/> or otherwise.</summary>
    public static string Escape(string text)
    {
        if (IsHarmless(text)) return text;
        var escaped = new StringBuilder(text.Length + 16);
        Span<char> one = stackalloc char[MaxEscapedLength(1)];
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var consumed) == OperationStatus.Done) escaped.Append(one[..Escape(rune, one)]);
            else if (rest[0] is >= '\udc80' and <= '\udcff') escaped.Append($"\\x{rest[0] - StrayBase:x2}");
            else escaped.Append($"\\u{{{(int)rest[0]:x}}}");
            rest = rest[consumed..];
        }

        return escaped.ToString();
    }

    static bool IsHarmless(string text)
    {
        foreach (var c in text)
            if (c is < ' ' or > '~' or '\\') return false;
        return true;
    }

    static int Escape(Rune rune, Span<char> text)
    {
        if (rune.Value is >= ' ' and <= '~' and not '\\')
        {
            text[0] = (char)rune.Value;
            return 1;
        }

        if (rune.Value == '\\')
        {
            text[0] = text[1] = '\\';
            return 2;
        }

        if (IsPrintable(rune)) return rune.EncodeToUtf16(text);
        var escaped = rune.Value < 0x100 ? $"\\x{rune.Value:x2}" : $"\\u{{{rune.Value:x}}}";
        escaped.CopyTo(text);
        return escaped.Length;
    }

    static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
        or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol
        or UnicodeCategory.OtherSymbol;
}
