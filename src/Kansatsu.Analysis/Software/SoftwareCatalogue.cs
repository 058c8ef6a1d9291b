using System.Text;

namespace Kansatsu.Analysis;

/// <summary>
/// Which software asks for which name, and what for: data, not code. The table in the program may be extended by files of one's own; what is read
/// later wins over the same match read earlier. The longest match wins.
/// </summary>
public sealed class SoftwareCatalogue
{
    const string Resource = "catalogue.txt";
    const string AgentPrefix = "agent:";
    const int Columns = 5;

    readonly Dictionary<string, SoftwareEntry> _names = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, List<(string Path, SoftwareEntry Entry)>> _paths = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<char, List<(string Prefix, SoftwareEntry Entry)>> _agents = [];

    /// <summary>The table that comes with the program.</summary>
    public SoftwareCatalogue()
    {
        using var stream = typeof(SoftwareCatalogue).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded in the assembly");
        using var reader = new StreamReader(stream);
        foreach (var problem in Add(reader)) throw new InvalidDataException($"{Resource}: {problem}");
    }

    /// <summary>All entries, in no particular order.</summary>
    public IEnumerable<SoftwareEntry> Entries =>
        _names.Values.Concat(_paths.Values.SelectMany(p => p.Select(e => e.Entry))).Concat(_agents.Values.SelectMany(a => a.Select(e => e.Entry)));

    /// <summary>Adds a table: a line an entry, five columns divided by |, # begins a comment.</summary>
    /// <returns>What could not be read, one sentence with its line number each.</returns>
    public IReadOnlyList<string> Add(TextReader table)
    {
        List<string> problems = [];
        for (var number = 1; table.ReadLine() is { } line; number++)
        {
            if (line.AsSpan().TrimStart() is [] or ['#', ..]) continue;
            var columns = line.Split('|', StringSplitOptions.TrimEntries);
            if (columns.Length != Columns || columns[0].Length == 0 || columns[1].Length == 0)
            {
                problems.Add($"line {number}: an entry has five columns: match | programs | purpose | what for | source");
                continue;
            }

            Add(new SoftwareEntry(columns[0], columns[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), columns[2], columns[3], columns[4]));
        }

        return problems;
    }

    /// <summary>The entry for a name (as it is in the DNS, lower case) and, over HTTP in the open, the path asked for.</summary>
    /// <param name="path">Empty when it is not known: entries for paths then do not match.</param>
    public SoftwareEntry? Find(ReadOnlySpan<byte> name, ReadOnlySpan<byte> path)
    {
        if (name.IsEmpty) return null;
        var text = Encoding.Latin1.GetString(name).TrimEnd('.');
        if (!path.IsEmpty && FindPath(text, Encoding.Latin1.GetString(path)) is { } byPath) return byPath;
        if (_names.TryGetValue(text, out var entry) || _names.TryGetValue("." + text, out entry)) return entry;
        for (var dot = text.IndexOf('.'); dot >= 0; dot = text.IndexOf('.', dot + 1))
        {
            var isFirst = text.IndexOf('.') == dot;
            if (isFirst && _names.TryGetValue(string.Concat("*", text.AsSpan(dot)), out entry)) return entry;
            if (_names.TryGetValue(text[dot..], out entry)) return entry;
        }

        return null;
    }

    /// <summary>The entry for an HTTP User-Agent, by the longest prefix.</summary>
    public SoftwareEntry? FindAgent(ReadOnlySpan<byte> agent)
    {
        if (agent.IsEmpty || !_agents.TryGetValue((char)agent[0], out var candidates)) return null;
        var text = Encoding.Latin1.GetString(agent);
        SoftwareEntry? best = null;
        var longest = 0;
        foreach (var (prefix, entry) in candidates)
            if (prefix.Length > longest && text.StartsWith(prefix, StringComparison.Ordinal)) (best, longest) = (entry, prefix.Length);
        return best;
    }

    void Add(SoftwareEntry entry)
    {
        var match = entry.Match;
        if (match.StartsWith(AgentPrefix, StringComparison.Ordinal))
        {
            var prefix = match[AgentPrefix.Length..].Trim();
            if (prefix.Length > 0) Replace(_agents, prefix[0], prefix, entry);
            return;
        }

        var slash = match.IndexOf('/');
        if (slash > 0) Replace(_paths, match[..slash], match[slash..], entry);
        else _names[match] = entry;
    }

    static void Replace<TKey>(Dictionary<TKey, List<(string, SoftwareEntry)>> lists, TKey key, string word, SoftwareEntry entry)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.RemoveAll(e => e.Item1 == word);
        list.Add((word, entry));
    }

    SoftwareEntry? FindPath(string name, string path)
    {
        if (!_paths.TryGetValue(name, out var candidates)) return null;
        SoftwareEntry? best = null;
        var longest = 0;
        foreach (var (prefix, entry) in candidates)
            if (prefix.Length > longest && path.StartsWith(prefix, StringComparison.Ordinal)) (best, longest) = (entry, prefix.Length);
        return best;
    }
}
