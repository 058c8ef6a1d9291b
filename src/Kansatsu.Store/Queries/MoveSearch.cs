namespace Kansatsu.Store;

/// <summary>Names over both families.</summary>
static class MoveSearch
{
    public static List<NameMove> Find(Database database, StoreRange range, int limit)
    {
        var bins = BinRange.Of(database, range, Tier.Day);
        var known = new Known(database);
        var moves = new List<NameMove>();
        foreach (var name in NamesOfBoth(database, bins, limit)) moves.Add(Of(database, bins, name, known));
        return moves;
    }

    static List<long> NamesOfBoth(Database database, BinRange bins, int limit)
    {
        var names = new List<long>();
        using var rows = database.Query(
            "SELECT name FROM peers_day WHERE t BETWEEN ?1 AND ?2 AND name <> 0 GROUP BY name HAVING min(family) < max(family) "
            + "ORDER BY sum(bytes_to + bytes_from) DESC LIMIT ?3", bins.First, bins.Last, limit);
        while (rows.Step()) names.Add(rows.Long(0));
        return names;
    }

    static NameMove Of(Database database, BinRange bins, long name, Known known)
    {
        var days = new SortedDictionary<long, FamilyDay>();
        long? firstIpv6 = null;
        using var rows = database.Query(
            "SELECT t, family, sum(flows), sum(bytes_to + bytes_from), min(first) FROM peers_day WHERE t BETWEEN ?1 AND ?2 AND name = ?3 GROUP BY t, family ORDER BY t",
            bins.First, bins.Last, name);
        while (rows.Step())
        {
            var day = rows.Long(0);
            var sum = days.GetValueOrDefault(day) ?? new FamilyDay(new(day * Times.Day), 0, 0, 0, 0);
            if (rows.Long(1) == 4) sum = sum with { Ipv4Flows = rows.Long(2), Ipv4Bytes = rows.Long(3) };
            else
            {
                sum = sum with { Ipv6Flows = rows.Long(2), Ipv6Bytes = rows.Long(3) };
                firstIpv6 ??= (day * Times.Day) + (rows.Long(4) * Wire.Timestamp.PerSecond);
            }

            days[day] = sum;
        }

        return new NameMove(known.Name(name), days.Values.Sum(static d => d.Ipv4Bytes), days.Values.Sum(static d => d.Ipv6Bytes), firstIpv6 is { } at ? new(at) : null, [.. days.Values]);
    }
}
