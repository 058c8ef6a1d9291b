using System.Runtime.InteropServices;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>
/// What goes to the store in one transaction, made ready without asking the store: flows as rows, and what they add to the tiers. One thread fills it,
/// another may write it; it stays as it is until it is cleared, so that it can be written again when the disk was full.
/// </summary>
sealed class Batch
{
    const int BytesOfFlow = 256;

    readonly List<PreparedFlow> _flows = [];
    readonly List<PreparedFact> _facts = [];
    readonly List<StoredDocument> _documents = [];
    long _documentBytes;

    public ReadOnlySpan<PreparedFlow> Flows => CollectionsMarshal.AsSpan(_flows);

    public Shared Shared { get; } = new();

    public TierSums Tiers { get; } = new();

    public Sightings Sightings { get; } = new();

    public IReadOnlyList<StoredDocument> Documents => _documents;

    public List<ChannelBurst> Bursts { get; } = [];

    /// <summary>Of facts, what their sentences do not share.</summary>
    public ByteBuffer Rests { get; } = new();

    /// <summary>Microseconds of the first packet of all flows, and of the last.</summary>
    public long First { get; private set; } = long.MaxValue;

    public long Last { get; private set; } = long.MinValue;

    /// <summary>How much there is to write, in flows: a large document is as many as it is long.</summary>
    public int Count => _flows.Count + Bursts.Count + _documents.Count + (int)(_documentBytes / BytesOfFlow);

    public ReadOnlySpan<PreparedFact> FactsOf(in PreparedFlow flow) => CollectionsMarshal.AsSpan(_facts).Slice(flow.FirstFact, flow.Facts);

    public void Add(StoredDocument document)
    {
        _documents.Add(document);
        _documentBytes += document.Json.Length;
    }

    /// <param name="parts">What it carried minute by minute; empty = all at its beginning.</param>
    public void Add(FlowRecord flow, ReadOnlySpan<FlowPart> parts)
    {
        var prepared = Prepare(flow);
        Tiers.Add(prepared, _flows.Count, flow, parts);
        Sightings.Add(flow, parts);
        First = Math.Min(First, Times.Microseconds(flow.First));
        Last = Math.Max(Last, Times.Microseconds(flow.Last));
        _flows.Add(prepared);
    }

    public void Clear()
    {
        _flows.Clear();
        _facts.Clear();
        Rests.Clear();
        Shared.Clear();
        Tiers.Clear();
        Sightings.Clear();
        _documents.Clear();
        _documentBytes = 0;
        Bursts.Clear();
        (First, Last) = (long.MaxValue, long.MinValue);
    }

    PreparedFlow Prepare(FlowRecord flow)
    {
        var turned = flow.IsFarInitiator;
        var firstFact = _facts.Count;
        foreach (var fact in flow.Cause.Evidence) _facts.Add(EvidenceBytes.Prepare(fact, Shared.Texts, Rests));
        return new PreparedFlow
        {
            First = flow.First.Nanoseconds,
            Lasted = flow.Last.Since(flow.First),
            PacketsOut = flow.PacketsOut,
            PacketsBack = flow.PacketsBack,
            BytesOut = flow.BytesOut,
            BytesBack = flow.BytesBack,
            Near = Shared.NearEnd(turned ? flow.Responder : flow.Initiator),
            Far = Shared.Addresses.Of(turned ? flow.Initiator : flow.Responder),
            Name = Shared.Names.Of(flow.Name),
            Cause = Shared.Cause(flow.Cause),
            Application = Shared.Texts.Of(flow.Application),
            History = Shared.Texts.Of(flow.History),
            Zone = Shared.Texts.Of(flow.Zone ?? ""),
            FirstFact = firstFact,
            Facts = _facts.Count - firstFact,
            NearPort = turned ? flow.ResponderPort : flow.InitiatorPort,
            FarPort = turned ? flow.InitiatorPort : flow.ResponderPort,
            ZoneNumber = flow.ZoneNumber,
            Family = flow.Family,
            Protocol = flow.Protocol,
            Way = (byte)flow.Way,
            NameFrom = (byte)flow.NameFrom,
            Kind = (byte)flow.Cause.Kind,
            Confidence = (byte)flow.Cause.Confidence,
            IsGuessed = flow.IsInitiatorGuessed,
        };
    }
}
