namespace Kansatsu.Wire;

/// <summary>
/// One table of the folder Registries, a copy of an IANA registry that tools/Kansatsu.Registries makes: lines of fields between tabs, of which the
/// first is an address block, and comments, of which one says of which day the registry is.
/// </summary>
sealed class RegistryFile
{
    const string AsOfMark = "# as of ";

    readonly List<Row> _rows = [];

    public RegistryFile(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(AsOfMark, StringComparison.Ordinal)) AsOf = line[AsOfMark.Length..].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            if (!Ipv6Prefix.TryParse(fields[0], out var block)) throw new FormatException($"'{fields[0]}' is no address block");
            _rows.Add(new Row(block, fields));
        }
    }

    public static RegistryFile Open(string name)
    {
        using var stream = typeof(RegistryFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded in the assembly");
        using var reader = new StreamReader(stream);
        return new RegistryFile(reader);
    }

    /// <summary>The day of the registry, 2025-10-10; empty when the file does not say.</summary>
    public string AsOf { get; } = "";

    public IReadOnlyList<Row> Rows => _rows;

    internal sealed record Row(Ipv6Prefix Block, string[] Fields);
}
