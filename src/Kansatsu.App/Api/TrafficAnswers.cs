using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.App.Views;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Api;

/// <summary>Traffic over time, by cause, by far side.</summary>
static class TrafficAnswers
{
    const int MostPoints = 2000;

    public static byte[] Timeline(ApiCall call)
    {
        var query = new TimelineQuery(call.Range, ByOf(call), call.Number("points", 200, 1, MostPoints)) { Family = call.Family, Cause = call.Cause, Peer = PeerOf(call) };
        var answer = FineTimeline.TryFind(call.Store, query) ?? new FineTimeline.Answer(call.Store.Timeline(query));
        return ApiCall.Json(json =>
        {
            json.WriteNumber("from", Seconds(answer.Timeline.From));
            json.WriteNumber("to", Seconds(answer.Timeline.To));
            json.WriteNumber("bin_s", (decimal)answer.Timeline.Bin / Timestamp.PerSecond);
            json.WriteString("tier", answer.Tier);
            json.WriteStartArray("times");
            foreach (var time in answer.Timeline.Times) json.WriteNumberValue(Seconds(time));
            json.WriteEndArray();
            json.WriteStartArray("series");
            foreach (var series in answer.Timeline.Series) Write(json, series, query.By);
            json.WriteEndArray();
        });
    }

    public static byte[] Causes(ApiCall call)
    {
        var causes = call.Store.Causes(call.Range, call.Family).Causes;
        var unexplained = causes.FirstOrDefault(static c => c.Kind == CauseKind.Unexplained) ?? new CauseShare(CauseKind.Unexplained, 0, 0, 0);
        return ApiCall.Json(json =>
        {
            json.WriteStartArray("causes");
            foreach (var cause in causes.OrderByDescending(static c => c.Bytes))
            {
                json.WriteStartObject();
                json.WriteString("kind", CauseNames.Of(cause.Kind));
                WriteSums(json, cause);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("unexplained");
            WriteSums(json, unexplained);
            json.WriteEndObject();
        });
    }

    public static byte[] Peers(ApiCall call)
    {
        var by = call.Text("by") switch
        {
            null or "name" => PeersBy.Name,
            "64" => PeersBy.Net64,
            "48" => PeersBy.Net48,
            var other => throw new BadQuestion($"by '{WireText.Escape(other)}' is none", "use name, 64 or 48"),
        };
        var answer = call.Store.Peers(new PeersQuery(call.Range, by)
        {
            Family = call.Family,
            Cause = call.Cause,
            WithoutOwn = call.Text("without_own") is "1" or "true",
            Name = call.Text("name"),
            Limit = call.Number("limit", 100, 1, 1000),
            Offset = call.Number("offset", 0, 0, 1_000_000),
        });
        return ApiCall.Json(json =>
        {
            json.WriteStartArray("peers");
            foreach (var peer in answer.Peers) Write(json, peer);
            json.WriteEndArray();
            json.WriteNumber("total", answer.Total);
            json.WriteBoolean("exact", answer.IsExact);
        });
    }

    public static decimal Seconds(Timestamp time) => (decimal)time.Nanoseconds / Timestamp.PerSecond;

    static TimelineBy ByOf(ApiCall call) => call.Text("by") switch
    {
        null or "cause" => TimelineBy.Cause,
        "family" => TimelineBy.Family,
        "protocol" => TimelineBy.Protocol,
        var other => throw new BadQuestion($"by '{WireText.Escape(other)}' is none", "use cause, family or protocol"),
    };

    static Ipv6Prefix? PeerOf(ApiCall call)
    {
        if (call.Text("peer") is not { } text) return null;
        return Ipv6Prefix.TryParse(text, out var prefix) ? prefix : throw new BadQuestion($"peer '{WireText.Escape(text)}' is no prefix", "use an address or a prefix such as 2001:db8::/32");
    }

    static void WriteSums(Utf8JsonWriter json, CauseShare cause)
    {
        json.WriteNumber("flows", cause.Flows);
        json.WriteNumber("packets", cause.Packets);
        json.WriteNumber("bytes", cause.Bytes);
    }

    static void Write(Utf8JsonWriter json, TimelineSeries series, TimelineBy by)
    {
        json.WriteStartObject();
        json.WriteString("key", by == TimelineBy.Family ? "ipv" + series.Key : series.Key);
        Write(json, "packets", series.Packets);
        Write(json, "bytes", series.Bytes);
        Write(json, "flows", series.Flows);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, long[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, StoredPeer peer)
    {
        json.WriteStartObject();
        if (peer.Name is { } name) json.Name("name", name);
        json.WriteString("prefix", peer.Net.ToString());
        StoredSums.WriteSums(json, peer);
        json.WriteEndObject();
    }
}
