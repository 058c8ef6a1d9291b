namespace Kansatsu.Wire;

/// <summary>
/// The code tables of the EEW telegram, from the folder Tables. A code that is not in its table gives null: it is shown as it is, never guessed.
/// </summary>
public static class EewTables
{
    static readonly Lazy<Dictionary<string, EewName>> s_epicentres = new(() => Read("epicentre_codes", 0, 1, 2, 3, 4));
    static readonly Lazy<Dictionary<string, EewName>> s_areas = new(() => Read("area_codes", 0, 1, 3, 4, 5));
    static readonly Lazy<Dictionary<string, EewName>> s_kinds = new(() => Read("telegram_kinds", 0, 1, 2));
    static readonly Lazy<Dictionary<string, EewName>> s_warningEpicentres = new(() => Read("warning_epicentre_codes", 0, 1, -1));
    static readonly Lazy<Dictionary<string, EewName>> s_prefectures = new(() => Read("warning_prefecture_codes", 0, 1, 3));
    static readonly Lazy<Dictionary<string, EewName>> s_regions = new(() => Read("warning_region_codes", 0, 1, 3));
    static readonly Lazy<Dictionary<string, Dictionary<string, EewName>>> s_fields = new(() => ReadGrouped("field_codes", 0, 2, 3, 4));
    static readonly Lazy<Dictionary<string, Dictionary<string, EewName>>> s_framing = new(() => ReadGrouped("framing_codes", 0, 1, 2, 3));

    public static EewName? Epicentre(string code) => s_epicentres.Value.GetValueOrDefault(code);

    public static EewName? Area(string code) => s_areas.Value.GetValueOrDefault(code);

    public static EewName? Kind(string code) => s_kinds.Value.GetValueOrDefault(code);

    /// <summary>Four digits, in warnings to the public.</summary>
    public static EewName? WarningEpicentre(string code) => s_warningEpicentres.Value.GetValueOrDefault(code);

    public static EewName? Prefecture(string code) => s_prefectures.Value.GetValueOrDefault(code);

    public static EewName? Region(string code) => s_regions.Value.GetValueOrDefault(code);

    /// <param name="field">As field_codes.tsv names it: office, training, ncn_status, rk1 …</param>
    public static EewName? Field(string field, string code) => s_fields.Value.GetValueOrDefault(field)?.GetValueOrDefault(code);

    /// <summary>The same for a field whose values are single characters.</summary>
    public static EewName? Field(string field, char code) => Field(field, code.ToString());

    /// <param name="field">As framing_codes.tsv names it: socket_type, bch_test, heading …</param>
    public static EewName? Framing(string field, string code) => s_framing.Value.GetValueOrDefault(field)?.GetValueOrDefault(code);

    static IEnumerable<string[]> Rows(string table)
    {
        using var stream = typeof(EewTables).Assembly.GetManifestResourceStream($"eew-{table}.tsv") ?? throw new InvalidOperationException($"{table} is not embedded in the assembly");
        using var reader = new StreamReader(stream);
        var isHeading = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (!isHeading) yield return line.Split('\t');
            isHeading = false;
        }
    }

    static Dictionary<string, EewName> Read(string table, int code, int japanese, int english, int then = -1, int status = -1)
    {
        var names = new Dictionary<string, EewName>(StringComparer.Ordinal);
        foreach (var row in Rows(table))
            names[row[code]] = new EewName(row[code], row[japanese], Cell(row, english), Cell(row, then), status < 0 || Cell(row, status) == "current");
        return names;
    }

    static Dictionary<string, Dictionary<string, EewName>> ReadGrouped(string table, int group, int code, int japanese, int english)
    {
        var groups = new Dictionary<string, Dictionary<string, EewName>>(StringComparer.Ordinal);
        foreach (var row in Rows(table))
        {
            if (!groups.TryGetValue(row[group], out var names)) groups.Add(row[group], names = new Dictionary<string, EewName>(StringComparer.Ordinal));
            names[row[code]] = new EewName(row[code], row[japanese], row[english]);
        }

        return groups;
    }

    static string Cell(string[] row, int column) => column >= 0 && column < row.Length ? row[column] : "";
}
