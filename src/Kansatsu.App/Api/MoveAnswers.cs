using System.Text.Json;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Api;

/// <summary>Names that moved between the families, what broke, and the shares over time.</summary>
static class MoveAnswers
{
    /// <summary>More flows than these are not counted one by one.</summary>
    const int MostFlows = 20_000;

    const int Points = 120;
    const long LeastMargin = 60 * Timestamp.PerSecond;

    public static byte[] Of(ApiCall call)
    {
        var moves = MovesOf(call);
        var moved = moves.Values.Where(static m => m.HasMoved).ToList();
        var range = RangeOf(call.Range, moved.Count > 0 ? moved : moves.Values);
        if (moves.Count > 0) Count(call.Store, RangeOf(call.Range, moves.Values), moves);
        var shares = moves.Count == 0 && range.From is null ? null : SharesOf(call.Store, range);
        return ApiCall.Json(json =>
        {
            json.WriteStartArray("names");
            foreach (var move in moves.Values.OrderBy(static m => m.Name, StringComparer.Ordinal)) move.Write(json);
            json.WriteEndArray();
            json.WriteStartArray("shares");
            if (shares is not null) Write(json, shares);
            json.WriteEndArray();
        });
    }

    static Dictionary<string, NameMoved> MovesOf(ApiCall call)
    {
        var moves = new Dictionary<string, NameMoved>(StringComparer.Ordinal);
        foreach (var document in call.Store.Documents(new DocumentQuery(DocumentKinds.Finding, call.Range)))
        {
            var finding = RawJson.Parse(document);
            var kind = finding.Text("name");
            if (kind is not ("moved-to-ipv6" or "moved-back" or "ipv6-broken" or "updates-failing-over-ipv6")) continue;
            // "APT: security.debian.org": the updater stands before the name.
            var name = kind == "updates-failing-over-ipv6" ? document.Subject[(document.Subject.LastIndexOf(' ') + 1)..] : document.Subject;
            if (!moves.TryGetValue(name, out var move)) moves.Add(name, move = new NameMoved(name));
            move.Take(kind, finding, document);
        }

        return moves;
    }

    /// <summary>When no span was asked for, the time of the moves with as much around it.</summary>
    static StoreRange RangeOf(StoreRange asked, IReadOnlyCollection<NameMoved> moves)
    {
        if (asked is { From: not null, To: not null } || moves.Count == 0) return asked;
        var (first, last) = (moves.Min(static m => m.First), moves.Max(static m => m.Last));
        var margin = Math.Max(LeastMargin, last.Since(first));
        return new StoreRange(asked.From ?? first.Add(-margin), asked.To ?? last.Add(margin));
    }

    /// <summary>Conversations before and after; day by day where there are too many to be looked at one by one.</summary>
    static void Count(StoreQueries store, StoreRange range, Dictionary<string, NameMoved> moves)
    {
        var left = MostFlows;
        foreach (var stored in store.EachFlow(range, FlowQuery.Everything, MostFlows))
        {
            left--;
            if (moves.TryGetValue(stored.Flow.Name, out var move)) move.Count(stored.Flow.First, stored.Flow.Family, 1);
        }

        if (left > 0) return;
        foreach (var move in moves.Values) move.Forget();
        foreach (var name in store.Moves(range))
        {
            if (!moves.TryGetValue(name.Name, out var move)) continue;
            foreach (var day in name.Days)
            {
                move.Count(day.At, 4, day.Ipv4Flows);
                move.Count(day.At, 6, day.Ipv6Flows);
            }
        }
    }

    static TimelineAnswer SharesOf(StoreQueries store, StoreRange range)
    {
        var query = new TimelineQuery(range, TimelineBy.Family, Points);
        return FineTimeline.TryFind(store, query)?.Timeline ?? store.Timeline(query);
    }

    static void Write(Utf8JsonWriter json, TimelineAnswer shares)
    {
        var (v4, v6) = (shares.Series.FirstOrDefault(static s => s.Key == "4"), shares.Series.FirstOrDefault(static s => s.Key == "6"));
        // Time without traffic at either end belongs to the margin, not to the story.
        bool IsQuiet(int i) => (v4?.Packets[i] ?? 0) + (v6?.Packets[i] ?? 0) == 0;
        var (begin, end) = (0, shares.Times.Count);
        while (begin < end && IsQuiet(begin)) begin++;
        while (end > begin && IsQuiet(end - 1)) end--;
        for (var i = begin; i < end; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("t", TrafficAnswers.Seconds(shares.Times[i]));
            json.WriteNumber("v4_bytes", v4?.Bytes[i] ?? 0);
            json.WriteNumber("v6_bytes", v6?.Bytes[i] ?? 0);
            json.WriteEndObject();
        }
    }
}
