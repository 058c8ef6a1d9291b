using System.Globalization;
using System.Text;

namespace Kansatsu.Wire;

/// <summary>
/// Text from the wire made harmless: control characters, terminal escapes, line ends, right-to-left marks, unassigned and invalid bytes
/// come out as \xNN or \u{N}; a backslash as \\. What is printable stays as it is, in any script.
/// </summary>
public static class WireText
{
    /// <summary>The longest that <see cref="Escape(ReadOnlySpan{byte}, Span{char})"/> writes for so many bytes.</summary>
    public static int MaxEscapedLength(int bytes) => bytes * 10;

    /// <returns>Characters written.</returns>
    public static int Escape(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        var length = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
            if (status != System.Buffers.OperationStatus.Done)
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

    /// <summary>The same for text that was decoded earlier.</summary>
    public static string Escape(string text)
    {
        if (IsHarmless(text)) return text;
        return Escape(Encoding.UTF8.GetBytes(text));
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
