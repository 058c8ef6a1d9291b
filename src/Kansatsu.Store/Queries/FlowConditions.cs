using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>A filter as SQL: fixed words, and values that are bound.</summary>
sealed class FlowConditions
{
    /// <summary>Parameters below belong to the statement that the conditions are put in.</summary>
    const int FirstParameter = 10;

    readonly List<Action<Statement>> _binds = [];

    public FlowConditions(Database database, FlowQuery query)
    {
        foreach (var term in query.Terms) Sql += $" AND {(term.IsNegated ? "NOT " : "")}({Of(term, database)})";
    }

    /// <summary>Empty, or conditions each with AND in front.</summary>
    public string Sql { get; } = "";

    public void Bind(Statement statement)
    {
        foreach (var bind in _binds) bind(statement);
    }

    string Of(FlowTerm term, Database database) => term.Field switch
    {
        FlowField.Cause => $"kind = {Number(term.Number)}",
        FlowField.Family => $"family = {Number(term.Number)}",
        FlowField.Direction => $"way = {Number(term.Number)}",
        FlowField.Confidence => $"confidence = {Number(term.Number)}",
        FlowField.Application => $"application = {TextNumber(database, term.Text)}",
        FlowField.Protocol => $"protocol = {Number(term.Number)} OR application = {TextNumber(database, term.Text)}",
        FlowField.Port => Number(term.Number) is var port ? $"(near_port = {port} OR far_port = {port}) AND protocol IN (6, 17, 33, 132, 136)" : "",
        FlowField.Peer => Addresses(term.Prefix) is var ids ? $"near IN ({ids}) OR far IN ({ids})" : "",
        _ => $"name IN (SELECT id FROM names WHERE name LIKE {Like(term.Text)} ESCAPE '\\')",
    };

    string Number(long value) => Parameter((s, i) => s.Bind(i, value));

    string Like(string part) =>
        Parameter((s, i) => s.Bind(i, "%" + part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%"));

    /// <summary>-1 for a text that no flow has.</summary>
    string TextNumber(Database database, string text)
    {
        using var find = database.Prepare("SELECT id FROM texts WHERE text = ?1");
        find.Bind(1, text);
        return Number(find.Step() ? find.Long(0) : -1);
    }

    string Addresses(Ipv6Prefix prefix)
    {
        var (low, high) = (new byte[Ipv6Address.Length], new byte[Ipv6Address.Length]);
        prefix.Address.Write(low);
        LastOf(prefix).Write(high);
        return $"SELECT id FROM addresses WHERE address BETWEEN {Parameter((s, i) => s.Bind(i, low.AsSpan()))} AND {Parameter((s, i) => s.Bind(i, high.AsSpan()))}";
    }

    static Ipv6Address LastOf(Ipv6Prefix prefix) => new(
        prefix.Address.High | (prefix.Length >= 64 ? 0 : ulong.MaxValue >> prefix.Length), prefix.Address.Low | (prefix.Length >= 128 ? 0 : prefix.Length <= 64 ? ulong.MaxValue : ulong.MaxValue >> (prefix.Length - 64)));

    string Parameter(Action<Statement, int> bind)
    {
        var index = FirstParameter + _binds.Count;
        _binds.Add(s => bind(s, index));
        return $"?{index}";
    }
}
