using System.Text;

namespace Kansatsu.App.Text;

/// <summary>Text output: buffered UTF-8, styled when colours are wanted. Whatever comes from the wire is escaped before it gets here.</summary>
sealed class Page : IDisposable
{
    const int BufferChars = 32 * 1024;

    readonly StreamWriter _to;
    readonly bool _color;

    public Page(Stream to, bool color)
    {
        _to = new StreamWriter(to, new UTF8Encoding(false), BufferChars, leaveOpen: true) { NewLine = "\n" };
        _color = color;
    }

    public Page Text(ReadOnlySpan<char> text)
    {
        _to.Write(text);
        return this;
    }

    public Page Text(string text, Style style)
    {
        if (!_color || style == Style.Plain) return Text(text);
        _to.Write(Code(style));
        _to.Write(text);
        _to.Write("\e[0m");
        return this;
    }

    public Page Pad(string text, int width, Style style = Style.Plain) => Text(DisplayWidth.PadRight(text, width), style);

    public void Line() => _to.Write('\n');

    public void Line(ReadOnlySpan<char> text)
    {
        _to.Write(text);
        _to.Write('\n');
    }

    public void Heading(string text)
    {
        Text(text, Style.Bold);
        Line();
    }

    public void Flush() => _to.Flush();

    public void Dispose() => _to.Dispose();

    static string Code(Style style) => style switch
    {
        Style.Bold => "\e[1m",
        Style.Dim or Style.Quiet => "\e[2m",
        Style.Good => "\e[32m",
        Style.Notice => "\e[33m",
        Style.Bad => "\e[31m",
        _ => "",
    };
}
