using System.Text;

namespace Kansatsu.Registries;

/// <summary>Reads comma-separated values as IANA publishes them: quoted fields may hold commas, doubled quotes and line ends (RFC 4180).</summary>
public static class CsvReader
{
    /// <returns>Rows of fields, the heading first; empty lines are left out.</returns>
    public static IEnumerable<List<string>> Read(string text)
    {
        List<string> row = [];
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
                else isQuoted = false;
            }
            else if (c == '"') isQuoted = true;
            else if (c == ',') Take(row, field);
            else if (c == '\n')
            {
                Take(row, field);
                if (row.Count > 1 || row[0].Length > 0) yield return row;
                row = [];
            }
            else if (c != '\r') field.Append(c);
        }

        if (field.Length == 0 && row.Count == 0) yield break;
        Take(row, field);
        yield return row;
    }

    static void Take(List<string> row, StringBuilder field)
    {
        row.Add(field.ToString());
        field.Clear();
    }
}
