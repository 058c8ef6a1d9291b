using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Diary;

/// <summary>Gathers from a store what the diary of a day is made from.</summary>
sealed class DayReader
{
    const int MostPeers = 12;

    readonly StoreQueries _store;
    readonly Clock _clock;
    readonly Novelties _novelties;
    readonly IReadOnlyList<DayTotals> _days;

    public DayReader(StoreQueries store, Clock clock, Novelties novelties)
    {
        (_store, _clock, _novelties, _days) = (store, clock, novelties, store.Days(clock.OffsetAt));
        Days = [.. _days.Select(day => day.Date)];
    }

    /// <summary>Days with traffic, the earliest first.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>Null when nothing was seen on that day.</summary>
    public DayFacts? Read(DateOnly day)
    {
        var at = -1;
        for (var i = 0; i < _days.Count; i++)
            if (_days[i].Date == day) at = i;
        if (at < 0) return null;
        var range = RangeOf(day);
        var (six, four) = Families(range);
        var (first, last) = Ends(range, _days[at]);
        return new DayFacts
        {
            Day = day,
            First = first,
            Last = last,
            Ipv6 = six,
            Ipv4 = four,
            Before = at == 0 ? null : BeforeOf(_days[at - 1]),
            IsLearning = _novelties.IsLearning(day),
            Causes = _store.Causes(range).Causes,
            Details = [.. _store.CauseDetails(range).Select(DetailOf)],
            Peers = [.. _store.Peers(new PeersQuery(range) { WithoutOwn = true, Limit = MostPeers }).Peers.Where(p => p.Name is { Length: > 0 }).Select(p => new DayPeer(p.Name!, p.Flows, p.BytesTo + p.BytesFrom, p.HasIpv6, p.HasIpv4))],
            Channels = [.. Objects(DocumentKinds.Channel, range).Select(DocumentFacts.Channel)],
            Control = [.. Objects(DocumentKinds.Control, range).Select(DocumentFacts.Control)],
            Telegrams = [.. Objects(DocumentKinds.Telegram, range).Select(DocumentFacts.Telegram)],
            Findings = [.. FindingsOf(range)],
        };
    }

    public StoreRange RangeOf(DateOnly day) => new(_clock.FromLocal(day.ToDateTime(TimeOnly.MinValue)), _clock.FromLocal(day.AddDays(1).ToDateTime(TimeOnly.MinValue)));

    DayDetail DetailOf(CauseDetail detail) => new(
        detail.Kind, detail.Detail, detail.Program ?? "", detail.Purpose ?? "", detail.Ipv6Flows, detail.Ipv4Flows, detail.Bytes, _store.Flow(detail.Flow)?.Flow.Id ?? "");

    /// <summary>Of captures and across days, each once, in the order of time. One that began on an earlier day was told then.</summary>
    IEnumerable<DayFinding> FindingsOf(StoreRange range)
    {
        var found = Objects(DocumentKinds.Finding, range).Select(DocumentFacts.Finding).Concat(_novelties.All.Select(DocumentFacts.Of));
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in found.OrderBy(f => f.First))
            if (finding.First >= range.From!.Value && finding.First < range.To!.Value && told.Add($"{finding.Name}\0{finding.Subject}")) yield return finding;
    }

    IEnumerable<JsonElement> Objects(string kind, StoreRange range)
    {
        foreach (var document in _store.Documents(new DocumentQuery(kind, range)))
        {
            using var json = JsonDocument.Parse(document.Json);
            yield return json.RootElement.Clone();
        }
    }

    DayBefore BeforeOf(DayTotals before)
    {
        var (six, four) = Families(RangeOf(before.Date));
        return new DayBefore(before.Date, six, four, Quantity.Ratio(before.UnexplainedFlows, before.Flows));
    }

    (DayTraffic Six, DayTraffic Four) Families(StoreRange range)
    {
        var (six, four) = (default(DayTraffic), default(DayTraffic));
        foreach (var series in _store.Timeline(new TimelineQuery(range, TimelineBy.Family, Points: 24)).Series)
        {
            var sum = new DayTraffic(series.Flows.Sum(), series.Packets.Sum(), series.Bytes.Sum());
            if (series.Key == "6") six = sum;
            else four = sum;
        }

        return (six, four);
    }

    /// <summary>To the minute where sums of minutes are kept, else to the hour.</summary>
    (Timestamp First, Timestamp Last) Ends(StoreRange range, DayTotals day)
    {
        var (first, last) = (day.From, day.To);
        var earliest = _store.Flows(range, FlowQuery.Everything, 1).Flows;
        if (earliest.Count > 0) last = earliest[0].Flow.Last < range.To!.Value ? Latest(range, earliest[0].Flow.Last) : range.To!.Value.Add(-1);
        var oldest = _store.EachFlow(range, FlowQuery.Everything, 1).FirstOrDefault();
        return (oldest?.Flow.First ?? first, last);
    }

    /// <summary>The flow that began last need not be the one that ended last.</summary>
    Timestamp Latest(StoreRange range, Timestamp known)
    {
        var status = _store.Status();
        return status.Last is { } end && end < range.To!.Value && end > known ? end : known;
    }
}
