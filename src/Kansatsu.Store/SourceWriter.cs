using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>
/// Writes what one source gives. The same capture always gives the same flows in the same order, so what was committed before an interruption is
/// passed over by counting. What is not committed when it is disposed of without <see cref="Complete"/> is lost, and comes again the next time.
/// </summary>
public sealed class SourceWriter : IDisposable
{
    readonly Writer _writer;
    readonly Lock _gate;
    readonly long _source;
    readonly IReadOnlyList<ReadOnlyMemory<byte>> _files;
    readonly Committer _committer;
    Batch _batch = new();
    long _toPass;

    internal SourceWriter(Writer writer, Lock gate, SourceFacts source)
    {
        (_writer, _gate, _files) = (writer, gate, source.FileDigests);
        var id = 0L;
        writer.InTransaction(() => id = Sources.FindOrAdd(writer.Database, source));
        _source = id;
        (FlowsBefore, IsComplete) = Sources.StateOf(writer.Database, _source);
        _toPass = FlowsBefore;
        _committer = new Committer(writer, gate, _source);
    }

    /// <summary>The store already has all of it: there is nothing to write.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Flows that an earlier, interrupted reading committed.</summary>
    public long FlowsBefore { get; }

    /// <summary>Flows committed by this writer.</summary>
    public long FlowsWritten => _committer.FlowsWritten;

    /// <param name="parts">What it carried minute by minute; empty = all at its beginning.</param>
    public void Add(FlowRecord flow, ReadOnlySpan<FlowPart> parts)
    {
        if (_toPass > 0)
        {
            _toPass--;
            return;
        }

        _batch.Add(flow, parts);
        CommitWhenDue();
    }

    /// <summary>Replaces the document of the same kind and id that this source gave before.</summary>
    public void Add(StoredDocument document)
    {
        _batch.Add(document with { Source = _source });
        CommitWhenDue();
    }

    public void Add(ChannelBurst burst)
    {
        _batch.Bursts.Add(burst);
        CommitWhenDue();
    }

    /// <summary>A stream or a router was met: novelty and absence are told from that. Flows are sightings by themselves.</summary>
    /// <param name="hours">Hours since 1970.</param>
    public void Add(in Subject subject, Timestamp first, Timestamp last, IReadOnlyList<int> hours) => _batch.Sightings.Add(subject, first, last, hours);

    /// <summary>Everything was given.</summary>
    public void Complete(SourceHealth health)
    {
        _committer.Commit(_batch, () => Sources.Complete(_writer.Database, _source, health, _files));
        IsComplete = true;
        lock (_gate) _writer.Trim();
    }

    /// <summary>What was added is in the store when this returns.</summary>
    public void Commit() => _committer.Commit(_batch, null);

    public void Dispose() => _committer.Dispose();

    void CommitWhenDue()
    {
        if (_committer.IsDue(_batch)) _batch = _committer.HandOver(_batch);
    }
}
