using System.Globalization;
using System.Text;

namespace Kansatsu.App.Text;

/// <summary>Columns that text takes on a terminal: East Asian wide and fullwidth characters take two (UAX #11), combining marks none.</summary>
static class DisplayWidth
{
    /// <summary>The blocks that terminals draw two columns wide.</summary>
    static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115f), (0x2e80, 0x303e), (0x3041, 0x33ff), (0x3400, 0x4dbf), (0x4e00, 0x9fff), (0xa000, 0xa4cf), (0xa960, 0xa97f),
        (0xac00, 0xd7a3), (0xf900, 0xfaff), (0xfe10, 0xfe19), (0xfe30, 0xfe6f), (0xff00, 0xff60), (0xffe0, 0xffe6), (0x16fe0, 0x18cff),
        (0x1aff0, 0x1b2ff), (0x1f300, 0x1f64f), (0x1f680, 0x1f6ff), (0x1f900, 0x1f9ff), (0x20000, 0x3fffd),
    ];

    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }

    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300) return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        if (rune.Value < Wide[0].First) return 1;
        foreach (var (first, last) in Wide)
        {
            if (rune.Value < first) return 1;
            if (rune.Value <= last) return 2;
        }

        return 1;
    }

    public static string PadRight(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    public static string PadLeft(string text, int width) => new string(' ', Math.Max(0, width - Of(text))) + text;

    /// <summary>Cuts text that is too wide, with an ellipsis in its last column.</summary>
    public static string Cut(string text, int width)
    {
        if (text.Length <= width / 2 || Of(text) <= width) return text;
        var (used, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var more = Of(rune);
            if (used + more > width - 1) break;
            used += more;
            length += rune.Utf16SequenceLength;
        }

        return text[..length] + "…";
    }

    /// <summary>Breaks text at its spaces into lines of at most so many columns; a word that is wider stands on a line of its own.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Of(line) + 1 + Of(word) > width)
            {
                yield return line;
                line = word;
            }
            else line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
