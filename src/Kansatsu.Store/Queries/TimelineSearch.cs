using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Traffic over time from the tiers.</summary>
static class TimelineSearch
{
    const int MostBins = 20_000;

    /// <summary>Bins are so many of the tier's: people count in these.</summary>
    static readonly int[][] s_counts = [[1, 2, 5, 10, 15, 20, 30], [1, 2, 3, 4, 6, 8, 12], [1, 2, 7, 14, 28, 56, 112, 364]];

    public static string TableOf(Tier tier) => tier switch { Tier.Minute => "traffic_minute", Tier.Hour => "traffic_hour", _ => "traffic_day" };

    public static TimelineAnswer Find(Database database, TimelineQuery query)
    {
        var (from, to) = BinRange.EndsOf(database, query.Range);
        var (tier, count) = BinFor(to.Since(from), Math.Clamp(query.Points, 1, 10_000), query.Peer is null ? BinRange.FinestAt(database, from, Tier.Minute) : Tier.Hour);
        var bins = BinRange.Of(database, query.Range, tier);
        var first = Times.Floor(bins.First, count);
        var length = (int)Math.Clamp(Times.Floor(bins.Last, count) - first + 1, 1, MostBins);
        var series = new SortedDictionary<string, TimelineSeries>(StringComparer.Ordinal);
        var known = new Known(database);
        foreach (var rows in query.Peer is { } peer ? OfPeer(database, query, bins, peer) : OfAll(database, query, bins))
        {
            var at = (int)(Times.Floor(rows.Long(0), count) - first);
            if (at < 0 || at >= length) continue;
            var key = KeyOf(query.By, rows, known);
            if (!series.TryGetValue(key, out var one)) series.Add(key, one = new TimelineSeries(key, new long[length], new long[length], new long[length]));
            one.Flows[at] += rows.Long(5);
            one.Packets[at] += rows.Long(6);
            one.Bytes[at] += rows.Long(7);
        }

        var bin = Times.LengthOf(tier) * count;
        return new TimelineAnswer(from, to, bin, tier, [.. Enumerable.Range(0, length).Select(i => new Timestamp((first + i) * bin))], [.. series.Values]);
    }

    public static TrafficAnswer Traffic(Database database, StoreRange range, int points, long? asked)
    {
        var (from, to) = BinRange.EndsOf(database, range);
        var finest = BinRange.FinestAt(database, from, Tier.Minute);
        var (tier, count) = asked is { } length ? BinLike(length, finest) : BinFor(to.Since(from), points, finest);
        var bins = BinRange.Of(database, range, tier);
        var known = new Known(database);
        var parts = new List<TrafficPart>();
        foreach (var rows in OfAll(database, new TimelineQuery(range, TimelineBy.Cause), bins))
        {
            parts.Add(new TrafficPart(
                Times.Floor(rows.Long(0), count), (byte)rows.Long(1), (CauseKind)rows.Long(2), (byte)rows.Long(3), known.Text(rows.Long(4)), rows.Long(5), rows.Long(6), rows.Long(7)));
        }

        return new TrafficAnswer(from, to, Times.LengthOf(tier) * count, tier, parts);
    }

    /// <summary>The coarsest tier of which a whole number makes the length.</summary>
    static (Tier Tier, long Count) BinLike(long length, Tier finest)
    {
        for (var tier = Tier.Day; tier > finest; tier--)
            if (length % Times.LengthOf(tier) == 0) return (tier, length / Times.LengthOf(tier));
        return (finest, Math.Max(1, length / Times.LengthOf(finest)));
    }

    /// <summary>Each row in turn, as the statement stands on it.</summary>
    static IEnumerable<Statement> OfAll(Database database, TimelineQuery query, BinRange bins)
    {
        using var rows = database.Query(
            $"SELECT t, family, kind, protocol, application, flows, packets, bytes FROM {TableOf(bins.Tier)} "
            + "WHERE t BETWEEN ?1 AND ?2 AND (?3 = 0 OR family = ?3) AND (?4 < 0 OR kind = ?4)", bins.First, bins.Last, query.Family ?? 0, query.Cause is { } kind ? (long)kind : -1);
        while (rows.Step()) yield return rows;
    }

    /// <summary>Sums of far sides know no protocol. Each bin has its networks in order, so it is asked for them one by one.</summary>
    static IEnumerable<Statement> OfPeer(Database database, TimelineQuery query, BinRange bins, Ipv6Prefix peer)
    {
        var (family, low, high) = PeerSearch.NetsOf(peer);
        if (query.Family is { } other && other != family) yield break;
        using var rows = database.Prepare(
            $"SELECT t, family, kind, 0, 0, flows, packets_to + packets_from, bytes_to + bytes_from FROM {PeerSearch.TableOf(bins.Tier)} "
            + "WHERE t = ?1 AND family = ?2 AND net BETWEEN ?3 AND ?4 AND (?5 < 0 OR kind = ?5)");
        foreach (var bin in bins.Used(database, PeerSearch.TableOf(bins.Tier)))
        {
            ReadOnlySpan<long> values = [bin, family, low, high, query.Cause is { } kind ? (long)kind : -1];
            for (var i = 0; i < values.Length; i++) rows.Bind(i + 1, values[i]);
            while (rows.Step()) yield return rows;
            rows.Reset();
        }
    }

    static string KeyOf(TimelineBy by, Statement row, Known known) => by switch
    {
        TimelineBy.Cause => CauseNames.Of((CauseKind)row.Long(2)),
        TimelineBy.Family => row.Long(1) == 4 ? "4" : "6",
        _ => ProtocolOf((byte)row.Long(3), known.Text(row.Long(4))),
    };

    static string ProtocolOf(byte protocol, string application)
    {
        var name = FlowProtocols.Of(protocol);
        return application.Length == 0 || application == name ? name : $"{name}/{application}";
    }

    /// <summary>The shortest bin that people count in of which a span needs no more than so many.</summary>
    static (Tier Tier, long Count) BinFor(long span, int points, Tier finest)
    {
        for (var tier = finest; tier <= Tier.Day; tier++)
            foreach (var count in s_counts[(int)tier])
                if (span / (Times.LengthOf(tier) * count) < points) return (tier, count);
        return (Tier.Day, 3640);
    }
}
