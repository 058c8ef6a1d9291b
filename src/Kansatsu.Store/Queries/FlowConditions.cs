using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>A filter as SQL: fixed words, and values that are bound.</summary>
sealed class FlowConditions
{
    /// <summary>Parameters below belong to the statement that the conditions are put in.</summary>
    const int FirstParameter = 10;

    /// <summary>Names or addresses that a term may mean, to be found by an index.</summary>
    const int MostIds = 2000;

    readonly List<Action<Statement>> _binds = [];

    public FlowConditions(Database database, FlowQuery query)
    {
        foreach (var term in query.Terms) Sql += $" AND {(term.IsNegated ? "NOT " : "")}({Of(term, database)})";
    }

    /// <summary>Empty, or conditions each with AND in front.</summary>
    public string Sql { get; } = "";

    /// <summary>The keys that an index gives between ?1 and ?2 in the stretch ?3, in no order; null when no term has one.</summary>
    public string? IndexedKeys { get; private set; }

    public void Bind(Statement statement)
    {
        foreach (var bind in _binds) bind(statement);
    }

    /// <summary>For LIKE … ESCAPE '\': a text that holds this.</summary>
    public static string Part(string part) =>
        "%" + part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    string Of(FlowTerm term, Database database) => term.Field switch
    {
        FlowField.Cause => $"kind = {Number(term.Number)}",
        FlowField.Family => $"family = {Number(term.Number)}",
        FlowField.Direction => $"way = {Number(term.Number)}",
        FlowField.Confidence => $"confidence = {Number(term.Number)}",
        FlowField.Application => $"application = {TextNumber(database, term.Text)}",
        FlowField.Protocol => $"protocol = {Number(term.Number)} OR application = {TextNumber(database, term.Text)}",
        FlowField.Port => Number(term.Number) is var port ? $"(near_port = {port} OR far_port = {port}) AND protocol IN (6, 17, 33, 132, 136)" : "",
        FlowField.Peer => Peer(term, database),
        _ => Name(term, database),
    };

    string Name(FlowTerm term, Database database)
    {
        var part = Part(term.Text);
        using var find = database.Prepare("SELECT id FROM names WHERE name LIKE ?1 ESCAPE '\\'");
        find.Bind(1, part);
        var ids = Ids(find);
        if (ids is null) return $"name IN (SELECT id FROM names WHERE name LIKE {Parameter((s, i) => s.Bind(i, part))} ESCAPE '\\')";
        var known = $"SELECT value FROM json_each({Parameter((s, i) => s.Bind(i, ids))})";
        if (!term.IsNegated) IndexedKeys = $"SELECT key FROM flows INDEXED BY flows_name WHERE {FlowKeys.Stretch} = ?3 AND name IN ({known}) AND name <> 0 AND key >= ?1 AND key < ?2";
        return $"name IN ({known})";
    }

    string Peer(FlowTerm term, Database database)
    {
        var (low, high) = (new byte[Ipv6Address.Length], new byte[Ipv6Address.Length]);
        term.Prefix.Address.Write(low);
        LastOf(term.Prefix).Write(high);
        using var find = database.Prepare("SELECT id FROM addresses WHERE address BETWEEN ?1 AND ?2");
        find.Bind(1, low.AsSpan());
        find.Bind(2, high.AsSpan());
        var ids = Ids(find);
        var known = ids is not null ? $"SELECT value FROM json_each({Parameter((s, i) => s.Bind(i, ids))})"
            : $"SELECT id FROM addresses WHERE address BETWEEN {Parameter((s, i) => s.Bind(i, low.AsSpan()))} AND {Parameter((s, i) => s.Bind(i, high.AsSpan()))}";
        if (ids is not null && !term.IsNegated && IndexedKeys is null && !HoldsNear(database, ids))
            IndexedKeys = $"SELECT key FROM flows INDEXED BY flows_far WHERE {FlowKeys.Stretch} = ?3 AND far IN ({known}) AND key >= ?1 AND key < ?2";
        return $"near IN ({known}) OR far IN ({known})";
    }

    /// <summary>The numbers as a JSON array; null when there are too many to look each up.</summary>
    static string? Ids(Statement find)
    {
        var ids = new List<long>();
        while (find.Step())
        {
            ids.Add(find.Long(0));
            if (ids.Count > MostIds) return null;
        }

        return $"[{string.Join(',', ids)}]";
    }

    /// <summary>Near ends have no index: they are few, and have many flows each.</summary>
    static bool HoldsNear(Database database, string ids)
    {
        using var find = database.Prepare("SELECT 1 FROM addresses WHERE near = 1 AND id IN (SELECT value FROM json_each(?1)) LIMIT 1");
        find.Bind(1, ids);
        return find.Step();
    }

    string Number(long value) => Parameter((s, i) => s.Bind(i, value));

    /// <summary>-1 for a text that no flow has.</summary>
    string TextNumber(Database database, string text)
    {
        using var find = database.Prepare("SELECT id FROM texts WHERE text = ?1");
        find.Bind(1, text);
        return Number(find.Step() ? find.Long(0) : -1);
    }

    static Ipv6Address LastOf(Ipv6Prefix prefix) => new(
        prefix.Address.High | (prefix.Length >= 64 ? 0 : ulong.MaxValue >> prefix.Length),
        prefix.Address.Low | (prefix.Length >= 128 ? 0 : prefix.Length <= 64 ? ulong.MaxValue : ulong.MaxValue >> (prefix.Length - 64)));

    string Parameter(Action<Statement, int> bind)
    {
        var index = FirstParameter + _binds.Count;
        _binds.Add(s => bind(s, index));
        return $"?{index}";
    }
}
