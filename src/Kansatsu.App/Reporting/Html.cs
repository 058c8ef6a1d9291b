using System.Globalization;
using System.Text;

namespace Kansatsu.App.Reporting;

/// <summary>Writes HTML in which every text and every attribute's value is escaped. Names of elements and attributes are ours.</summary>
sealed class Html
{
    readonly StringBuilder _to = new();
    readonly Stack<string> _open = [];

    public override string ToString() => _to.ToString();

    /// <summary>Markup of ours, as it is.</summary>
    public Html Raw(string markup)
    {
        _to.Append(markup);
        return this;
    }

    public Html Text(string text)
    {
        Escape(text);
        return this;
    }

    public Html Open(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(element, attributes);
        _to.Append('>');
        _open.Push(element);
        return this;
    }

    /// <summary>Ends the element that was opened last.</summary>
    public Html Close()
    {
        _to.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    public Html Element(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes) => Open(element, attributes).Text(text).Close();

    /// <summary>An element without content, as SVG has them.</summary>
    public Html Empty(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(element, attributes);
        _to.Append("/>");
        return this;
    }

    public Html Line()
    {
        _to.Append('\n');
        return this;
    }

    /// <summary>A coordinate: one digit behind the point at most.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    void Begin(string element, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _to.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            _to.Append(' ').Append(name).Append("=\"");
            Escape(value);
            _to.Append('"');
        }
    }

    void Escape(string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': _to.Append("&amp;"); break;
                case '<': _to.Append("&lt;"); break;
                case '>': _to.Append("&gt;"); break;
                case '"': _to.Append("&quot;"); break;
                case '\'': _to.Append("&#39;"); break;
                default: _to.Append(c); break;
            }
        }
    }
}
