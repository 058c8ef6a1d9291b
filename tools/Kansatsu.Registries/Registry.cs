using System.Text;
using System.Text.RegularExpressions;

namespace Kansatsu.Registries;

/// <summary>One registry: where it is published, and how its rows become the table that the program embeds.</summary>
public sealed partial record Registry(string Title, string Url, string Table, string Heading, Func<List<string>, IEnumerable<string>> Convert)
{
    const int AllocatedStatus = 5;

    public static readonly IReadOnlyList<Registry> All =
    [
        new("IANA IPv4 Special-Purpose Address Registry", "https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry-1.csv",
            "ipv4-special.tsv", "block, name, reference, allocated, globally reachable", Special),
        new("IANA IPv6 Special-Purpose Address Registry", "https://www.iana.org/assignments/iana-ipv6-special-registry/iana-ipv6-special-registry-1.csv",
            "ipv6-special.tsv", "block, name, reference, allocated, globally reachable", Special),
        new("IPv6 Global Unicast Address Assignments, the blocks that are allocated",
            "https://www.iana.org/assignments/ipv6-unicast-address-assignments/ipv6-unicast-address-assignments.csv",
            "ipv6-unicast.tsv", "block, given to, when", Unicast),
    ];

    /// <summary>The name of the published file.</summary>
    public string Source => Url[(Url.LastIndexOf('/') + 1)..];

    /// <summary>The table as it is embedded.</summary>
    /// <param name="csv">The registry as published.</param>
    /// <param name="asOf">Its day, as 2025-10-10.</param>
    public string Make(string csv, string asOf)
    {
        var to = new StringBuilder($"# {Title}\n# {Url}\n# as of {asOf}\n# {Heading}\n");
        var rows = CsvReader.Read(csv).Skip(1).SelectMany(Convert).ToList();
        if (rows.Count == 0) throw new FormatException($"{Source} holds no row that can be used");
        foreach (var row in rows) to.Append(row).Append('\n');
        return to.ToString();
    }

    /// <summary>Address Block, Name, RFC, Allocation Date, Termination Date, Source, Destination, Forwardable, Globally Reachable, Reserved-by-Protocol.</summary>
    static IEnumerable<string> Special(List<string> row)
    {
        if (row.Count < 9) throw new FormatException($"a row of {row.Count} fields: {string.Join(',', row)}");
        var references = string.Join(' ', Reference().Matches(row[2]).Select(match => match.Value));
        foreach (var block in WithoutNote(row[0]).Split(',', StringSplitOptions.TrimEntries))
            yield return string.Join('\t', WithoutNote(block), row[1].Replace("\"", "", StringComparison.Ordinal), references, row[3], YesNo(row[8]));
    }

    /// <summary>Prefix, Designation, Date, WHOIS, RDAP, Status, Note.</summary>
    static IEnumerable<string> Unicast(List<string> row)
    {
        if (row.Count <= AllocatedStatus) throw new FormatException($"a row of {row.Count} fields: {string.Join(',', row)}");
        if (row[AllocatedStatus] == "ALLOCATED" && row[1] is not ("IANA" or "6to4")) yield return string.Join('\t', WithoutNote(row[0]), row[1], row[2]);
    }

    static string YesNo(string value) => WithoutNote(value) switch { "True" => "yes", "False" => "no", _ => "unstated" };

    /// <summary>Notes stand in brackets behind a value.</summary>
    static string WithoutNote(string value) => Note().Replace(value, "").Trim();

    [GeneratedRegex(@"\s*\[\d+\]")]
    private static partial Regex Note();

    [GeneratedRegex(@"RFC ?\d+")]
    private static partial Regex Reference();
}
