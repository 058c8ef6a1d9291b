using System.Diagnostics;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>
/// Writes what one source gives. The same capture always gives the same flows in the same order, so what was committed before an interruption is
/// passed over by counting. What is not committed when it is disposed of without <see cref="Complete"/> is lost, and comes again the next time.
/// </summary>
public sealed class SourceWriter : IDisposable
{
    const int MostWaiting = 1 << 15;

    /// <summary>A batch is written again when the disk was full, but not for ever.</summary>
    const int MostTries = 20;

    /// <summary>The budget is looked at once in so many commits.</summary>
    const int TrimEvery = 16;

    readonly Writer _writer;
    readonly Lock _gate;
    readonly long _source;
    readonly IReadOnlyList<ReadOnlyMemory<byte>> _files;
    readonly List<(FlowRecord Flow, FlowPart[] Parts)> _flows = [];
    readonly List<StoredDocument> _documents = [];
    readonly List<ChannelBurst> _bursts = [];
    readonly List<(Subject Subject, Timestamp First, Timestamp Last, IReadOnlyList<int> Hours)> _met = [];
    readonly Stopwatch _since = Stopwatch.StartNew();
    long _toPass;
    long _commits;

    internal SourceWriter(Writer writer, Lock gate, SourceFacts source)
    {
        (_writer, _gate, _files) = (writer, gate, source.FileDigests);
        var id = 0L;
        writer.InTransaction(() => id = Sources.FindOrAdd(writer.Database, source));
        _source = id;
        (FlowsBefore, IsComplete) = Sources.StateOf(writer.Database, _source);
        _toPass = FlowsBefore;
    }

    /// <summary>The store already has all of it: there is nothing to write.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Flows that an earlier, interrupted reading committed.</summary>
    public long FlowsBefore { get; }

    /// <summary>Flows committed by this writer.</summary>
    public long FlowsWritten { get; private set; }

    /// <param name="parts">What it carried minute by minute; empty = all at its beginning.</param>
    public void Add(FlowRecord flow, ReadOnlySpan<FlowPart> parts)
    {
        if (_toPass > 0)
        {
            _toPass--;
            return;
        }

        _flows.Add((flow, parts.ToArray()));
        CommitWhenDue();
    }

    /// <summary>Replaces the document of the same kind and id that this source gave before.</summary>
    public void Add(StoredDocument document)
    {
        _documents.Add(document with { Source = _source });
        CommitWhenDue();
    }

    public void Add(ChannelBurst burst)
    {
        _bursts.Add(burst);
        CommitWhenDue();
    }

    /// <summary>A stream or a router was met: novelty and absence are told from that. Flows are sightings by themselves.</summary>
    /// <param name="hours">Hours since 1970.</param>
    public void Add(in Subject subject, Timestamp first, Timestamp last, IReadOnlyList<int> hours) => _met.Add((subject, first, last, hours));

    /// <summary>Everything was given.</summary>
    public void Complete(SourceHealth health)
    {
        Commit(() => Sources.Complete(_writer.Database, _source, health, _files));
        IsComplete = true;
        lock (_gate) _writer.Trim();
    }

    public void Commit() => Commit(null);

    public void Dispose() => _flows.Clear();

    void CommitWhenDue()
    {
        if (_flows.Count + _documents.Count + _bursts.Count >= MostWaiting || _since.ElapsedMilliseconds >= 1000) Commit(null);
    }

    void WriteAll(Action? also)
    {
        _writer.Write(_flows);
        foreach (var document in _documents) _writer.Write(document);
        foreach (var burst in _bursts) _writer.Write(burst);
        foreach (var (subject, first, last, hours) in _met) _writer.Meet(subject, first, last, hours);
        _writer.WriteSightings();
        Sources.Count(_writer.Database, _source, _flows);
        also?.Invoke();
    }

    void Commit(Action? also)
    {
        lock (_gate)
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    _writer.InTransaction(() => WriteAll(also));
                    break;
                }
                catch (StoreException e) when (e.Fault == StoreFault.Full && tries < MostTries && _writer.MakeRoom())
                {
                    // What was committed before stays; this batch is tried again in the room that old flows left.
                }
            }
        }

        if (++_commits % TrimEvery == 0)
        {
            lock (_gate) _writer.Trim();
        }

        FlowsWritten += _flows.Count;
        _flows.Clear();
        _documents.Clear();
        _bursts.Clear();
        _met.Clear();
        _since.Restart();
    }
}
