using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Everything that can be asked of a store. Safe to use from several threads; each answer is as of one moment.</summary>
public sealed class StoreQueries
{
    const int FlowsTogether = 1000;

    readonly Readers _readers;

    internal StoreQueries(Readers readers) => _readers = readers;

    public StoreStatus Status() => _readers.Ask(StatusSearch.Find);

    /// <summary>Cheap: to see whether anything changed.</summary>
    public long Revision() => _readers.Ask(static d => Meta.Get(d, Meta.Revision));

    public TimelineAnswer Timeline(TimelineQuery query) => _readers.Ask(d => TimelineSearch.Find(d, query));

    /// <param name="points">Most bins.</param>
    /// <param name="bin">Their length, as near as there is; null = what fits.</param>
    public TrafficAnswer Traffic(StoreRange range, int points, long? bin = null) => _readers.Ask(d => TimelineSearch.Traffic(d, range, points, bin));

    /// <param name="family">4 or 6; null = both.</param>
    public CausesAnswer Causes(StoreRange range, int? family = null) => _readers.Ask(d => CausesSearch.Find(d, range, family));

    /// <summary>Causes with their details by the hours in which flows begin, most flows first.</summary>
    public IReadOnlyList<CauseDetail> CauseDetails(StoreRange range, int limit = 200) => _readers.Ask(d => CausesSearch.Details(d, range, limit));

    /// <summary>Hours since 1970 in which anything was seen, ascending, and when each subject was met.</summary>
    public (IReadOnlyList<int> Watched, IReadOnlyList<SubjectLife> Lives) Lives() => _readers.Ask(static d => ((IReadOnlyList<int>)SubjectSearch.WatchedHours(d), (IReadOnlyList<SubjectLife>)SubjectSearch.Lives(d)));

    public PeersAnswer Peers(PeersQuery query) => _readers.Ask(d => PeerSearch.Find(d, query));

    /// <summary>Flows that begin in a range, the newest first.</summary>
    /// <param name="before">The cursor of the page before; null = the first page.</param>
    public FlowPage Flows(StoreRange range, FlowQuery query, int limit, long? before = null) =>
        _readers.Ask(d => new FlowSearch(d, range, query).Page(limit, before));

    /// <summary>The oldest first, read in parts as they are taken.</summary>
    public IEnumerable<StoredFlow> EachFlow(StoreRange range, FlowQuery query, long most = long.MaxValue)
    {
        long? after = null;
        while (most > 0)
        {
            var (flows, behind) = _readers.Ask(d => new FlowSearch(d, range, query).Following(after, (int)Math.Min(most, FlowsTogether)));
            foreach (var flow in flows) yield return flow;
            if (behind is null) yield break;
            most -= flows.Count;
            after = behind;
        }
    }

    /// <summary>The flow with this key; null when it is gone.</summary>
    public StoredFlow? Flow(long key) => _readers.Ask(d => FlowSearch.Find(d, key));

    /// <summary>The flow with this id.</summary>
    /// <param name="at">When it begins; without it every flow has to be looked at, the newest first.</param>
    public StoredFlow? Flow(string id, Timestamp? at = null) => _readers.Ask(d => FlowSearch.Find(d, id, at));

    /// <summary>Values that a term of a filter may have, most flows first. The empty field: the fields.</summary>
    public IReadOnlyList<Completion> Complete(string field, string prefix, StoreRange range, int limit = 20) =>
        _readers.Ask(d => CompletionSearch.Find(d, field, prefix, range, limit));

    /// <summary>Documents, source by source, in the order in which their verb lists them.</summary>
    public IReadOnlyList<StoredDocument> Documents(DocumentQuery query) => _readers.Ask(d => DocumentSearch.Find(d, query));

    /// <summary>Bursts of a channel, the earliest first; of more than the limit, the latest.</summary>
    public IReadOnlyList<StoredBurst> Bursts(string channel, StoreRange range, int limit = 10_000) => _readers.Ask(d => DocumentSearch.Bursts(d, channel, range, limit));

    /// <summary>Names that were reached over both families, most bytes first.</summary>
    public IReadOnlyList<NameMove> Moves(StoreRange range, int limit = 100) => _readers.Ask(d => MoveSearch.Find(d, range, limit));

    /// <summary>Days with traffic, the earliest first.</summary>
    /// <param name="offset">Nanoseconds from UTC of the clock by which days are counted, at a moment.</param>
    public IReadOnlyList<DayTotals> Days(Func<Timestamp, long> offset) => _readers.Ask(d => DaySearch.Find(d, offset));
}
