using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// The one way in: frames are observed in order, time is what they say it is. Everything learnt stands in the tables. Not thread-safe; the same
/// frames always give the same tables.
/// </summary>
public sealed class Observer
{
    readonly Dissector _dissector = new();
    readonly FlowTracker _tracker;

    public Observer(ObserverOptions? options = null)
    {
        Options = options ?? new ObserverOptions();
        Flows = new FlowTable(Options.FlowCapacity, Options.HashSeed);
        _tracker = new FlowTracker(Flows);
        Causes = new CauseFinder(this);
    }

    public ObserverOptions Options { get; }

    public Counters Counters { get; } = new();

    public FlowTable Flows { get; }

    public NameTable Names { get; } = new();

    public GroupTable Groups { get; } = new();

    public NeighborTable Neighbors { get; } = new();

    public AnomalyTable Anomalies { get; } = new();

    public HomeFinder Home { get; } = new();

    public CauseFinder Causes { get; }

    /// <summary>Observes one frame.</summary>
    public void Observe(Frame frame)
    {
        var d = _dissector.Dissect(frame);
        Observe(d);
    }

    /// <summary>Observes a frame that was dissected already (so that a caller can list it too).</summary>
    /// <returns>Index of the innermost packet's flow in <see cref="Flows"/>, or -1 for a frame without IP.</returns>
    public int Observe(in Dissection d)
    {
        Counters.Frames++;
        return _tracker.Track(d, Counters);
    }

    /// <summary>Time passes without a frame: what waits for silence is told.</summary>
    public void Tick(Timestamp now)
    {
    }
}
