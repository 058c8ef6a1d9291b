namespace Kansatsu.Store;

/// <summary>Sums of a batch added to the rows of the tiers.</summary>
static class TierRows
{
    static readonly string[] s_traffic = ["traffic_minute", "traffic_hour", "traffic_day"];
    static readonly string[] s_peers = ["peers_hour", "peers_day"];

    /// <param name="numbers">Of texts, names and causes in the store.</param>
    /// <param name="keys">Of the flows of the batch.</param>
    public static void Write(Database database, TierSums sums, Numbers numbers, ReadOnlySpan<long> keys)
    {
        for (var tier = 0; tier < s_traffic.Length; tier++) WriteTraffic(database, s_traffic[tier], sums.Traffic[tier], numbers);
        for (var tier = 0; tier < s_peers.Length; tier++) WritePeers(database, s_peers[tier], sums.Peers[tier], numbers);
        WriteCauses(database, sums.Causes, numbers, keys);
        using var upsert = database.Prepare("INSERT INTO names_day VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET flows = flows + excluded.flows");
        foreach (ref readonly var row in sums.Names.InOrder) upsert.Run([row.Key.Day, numbers.Names[row.Key.Name], row.Value]);
    }

    static void WriteTraffic(Database database, string table, SumTable<TrafficKey, TrafficSum> sums, Numbers numbers)
    {
        using var upsert = database.Prepare($"INSERT INTO {table} VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
            + "ON CONFLICT DO UPDATE SET flows = flows + excluded.flows, packets = packets + excluded.packets, bytes = bytes + excluded.bytes");
        foreach (ref readonly var row in sums.InOrder)
        {
            var (key, sum) = (row.Key, row.Value);
            upsert.Run([key.Time, key.Family, key.Way, key.Kind, key.Protocol, numbers.Texts[key.Application], sum.Flows, sum.Packets, sum.Bytes]);
        }
    }

    static void WritePeers(Database database, string table, SumTable<FarKey, FarSum> sums, Numbers numbers)
    {
        using var upsert = database.Prepare($"INSERT INTO {table} VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
            + "ON CONFLICT DO UPDATE SET flows = flows + excluded.flows, packets_to = packets_to + excluded.packets_to, packets_from = packets_from + excluded.packets_from, "
            + "bytes_to = bytes_to + excluded.bytes_to, bytes_from = bytes_from + excluded.bytes_from, first = min(first, excluded.first), last = max(last, excluded.last)");
        foreach (ref readonly var row in sums.InOrder)
        {
            var (key, sum) = (row.Key, row.Value);
            upsert.Run([key.Time, key.Family, key.Net, numbers.Names[key.Name], key.Kind, sum.Flows, sum.PacketsTo, sum.PacketsFrom, sum.BytesTo, sum.BytesFrom, sum.First, sum.Last]);
        }
    }

    static void WriteCauses(Database database, SumTable<CauseKey, CauseSum> sums, Numbers numbers, ReadOnlySpan<long> keys)
    {
        using var upsert = database.Prepare("INSERT INTO causes_hour VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) "
            + "ON CONFLICT DO UPDATE SET ipv6 = ipv6 + excluded.ipv6, ipv4 = ipv4 + excluded.ipv4, bytes = bytes + excluded.bytes, flow = max(flow, excluded.flow)");
        foreach (ref readonly var row in sums.InOrder)
        {
            var (key, sum) = (row.Key, row.Value);
            upsert.Run([key.Time, key.Kind, numbers.Causes[key.Cause], sum.Ipv6, sum.Ipv4, sum.Bytes, keys[sum.Flow]]);
        }
    }
}
