using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Names over both families, among the largest.</summary>
static class MoveSearch
{
    const int LookedAt = 1000;

    public static List<NameMove> Find(Database database, StoreRange range, int limit)
    {
        var bins = BinRange.Of(database, range, Tier.Day);
        var peers = PeerSearch.Find(database, new PeersQuery(range) { Limit = LookedAt }).Peers;
        return [.. peers.Where(static p => p is { Name: not null, HasIpv4: true, HasIpv6: true }).Take(limit).Select(p => Of(database, bins, p.Name!))];
    }

    static NameMove Of(Database database, BinRange bins, string name)
    {
        var days = new SortedDictionary<long, FamilyDay>();
        long? firstIpv6 = null;
        using var rows = database.Prepare(
            "SELECT t, family, sum(flows), sum(bytes_to + bytes_from), min(first) FROM peers_day INDEXED BY peers_day_name WHERE t IN (SELECT DISTINCT t FROM traffic_day WHERE t BETWEEN ?2 AND ?3) AND name = (SELECT id FROM names WHERE name = ?1) AND name <> 0 "
            + "GROUP BY t, family ORDER BY t");
        rows.Bind(1, name);
        rows.Bind(2, bins.First);
        rows.Bind(3, bins.Last);
        while (rows.Step())
        {
            var day = rows.Long(0);
            var sum = days.GetValueOrDefault(day) ?? new FamilyDay(new(day * Times.Day), 0, 0, 0, 0);
            if (rows.Long(1) == 4) sum = sum with { Ipv4Flows = rows.Long(2), Ipv4Bytes = rows.Long(3) };
            else
            {
                sum = sum with { Ipv6Flows = rows.Long(2), Ipv6Bytes = rows.Long(3) };
                firstIpv6 ??= (day * Times.Day) + (rows.Long(4) * Timestamp.PerSecond);
            }

            days[day] = sum;
        }

        return new NameMove(name, days.Values.Sum(static d => d.Ipv4Bytes), days.Values.Sum(static d => d.Ipv6Bytes), firstIpv6 is { } at ? new(at) : null, [.. days.Values]);
    }
}
