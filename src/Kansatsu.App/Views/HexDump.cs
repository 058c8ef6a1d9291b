using Kansatsu.App.Text;

namespace Kansatsu.App.Views;

/// <summary>The classic dump: " 0010  00 01 …   ..", sixteen bytes a line, offsets from 0.</summary>
static class HexDump
{
    const int BytesPerLine = 16;

    /// <summary>Column of the text: a space, four digits, two spaces, sixteen times three, two spaces more.</summary>
    const int TextColumn = 1 + 4 + 2 + (3 * BytesPerLine) + 2;

    public static void Write(Page page, ReadOnlySpan<byte> bytes)
    {
        Span<char> line = stackalloc char[TextColumn + BytesPerLine + 5];
        for (var at = 0; at < bytes.Length; at += BytesPerLine)
        {
            var row = bytes[at..Math.Min(bytes.Length, at + BytesPerLine)];
            line.Fill(' ');
            var digits = at > 0xffff ? 8 : 4;
            at.TryFormat(line[1..], out _, digits == 8 ? "x8" : "x4");
            var shift = digits - 4;
            for (var i = 0; i < row.Length; i++)
            {
                var column = 7 + shift + (3 * i);
                line[column] = Digit(row[i] >> 4);
                line[column + 1] = Digit(row[i] & 0xf);
                line[TextColumn + shift + i] = row[i] is >= 0x20 and < 0x7f ? (char)row[i] : '.';
            }

            page.Line(line[..(TextColumn + shift + row.Length)]);
        }
    }

    static char Digit(int value) => "0123456789abcdef"[value];
}
