using System.Globalization;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Who owns which network, from a file: CAIDA's pfx2as (address, length, AS), or tab-separated lines of prefix and owner. The longest prefix wins.
/// </summary>
public sealed class OwnerTable
{
    readonly Dictionary<(ulong High, ulong Low, int Length), string> _owners = [];
    readonly SortedSet<int> _lengths = new(Comparer<int>.Create(static (a, b) => b.CompareTo(a)));

    public int Count => _owners.Count;

    /// <returns>What could not be read, each with its line; at most ten.</returns>
    public static (OwnerTable Table, IReadOnlyList<string> Problems) Read(TextReader lines)
    {
        const int MaxProblems = 10;
        var table = new OwnerTable();
        List<string> problems = [];
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (line.AsSpan().Trim() is [] or ['#', ..]) continue;
            if (!table.Add(line) && problems.Count < MaxProblems)
                problems.Add($"line {number}: give a prefix and its owner, or address, length and AS number, divided by tabs");
        }

        return (table, problems);
    }

    /// <summary>The owner of an address; null when no prefix covers it.</summary>
    public string? Find(Ipv6Address address)
    {
        foreach (var length in _lengths)
        {
            var (high, low) = Mask(address, length);
            if (_owners.TryGetValue((high, low, length), out var owner)) return owner;
        }

        return null;
    }

    bool Add(string line)
    {
        var columns = line.Split(line.Contains('\t') ? '\t' : ' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (columns.Length < 2) return false;
        if (Ipv6Prefix.TryParse(columns[0], out var prefix) && columns[0].Contains('/'))
        {
            Keep(prefix, string.Join(' ', columns.Skip(1)));
            return true;
        }

        if (columns.Length < 3 || !int.TryParse(columns[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)) return false;
        if (!Ipv6Prefix.TryParse($"{columns[0]}/{columns[1]}", out prefix)) return false;
        // Several origins are divided by _ or , (RouteViews pfx2as).
        var rest = string.Join(' ', columns.Skip(2));
        Keep(prefix, char.IsAsciiDigit(rest[0]) ? "AS" + rest : rest);
        return true;
    }

    void Keep(Ipv6Prefix prefix, string owner)
    {
        var (high, low) = Mask(prefix.Address, prefix.Length);
        _owners[(high, low, prefix.Length)] = owner;
        _lengths.Add(prefix.Length);
    }

    static (ulong High, ulong Low) Mask(Ipv6Address address, int length) => length switch
    {
        0 => (0, 0),
        <= 64 => (address.High & (ulong.MaxValue << (64 - length)), 0),
        _ => (address.High, address.Low & (ulong.MaxValue << (128 - length))),
    };
}
