using System.Buffers;
using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>
/// Rows of RFC 4180: comma, quotes where a field needs them, CR LF. A field from the wire that a spreadsheet would take for a formula gets an apostrophe
/// before it.
/// </summary>
sealed class Csv(Stream to) : IDisposable
{
    static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");

    readonly StreamWriter _to = new(to, new UTF8Encoding(false), 64 * 1024, leaveOpen: true) { NewLine = "\r\n" };
    bool _isBegun;

    /// <summary>A word or number of ours.</summary>
    public void Add(string field)
    {
        if (_isBegun) _to.Write(',');
        _isBegun = true;
        if (field.AsSpan().IndexOfAny(s_quoted) < 0) _to.Write(field);
        else _to.Write('"' + field.Replace("\"", "\"\"", StringComparison.Ordinal) + '"');
    }

    public void Add(long number) => Add(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Text from the wire, escaped already.</summary>
    public void AddWire(string text) => Add(text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text);

    public void End()
    {
        _to.WriteLine();
        _isBegun = false;
    }

    public void Dispose() => _to.Dispose();
}
