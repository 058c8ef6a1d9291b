using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What happened to a stream beyond its beat. Only few streams have one.</summary>
sealed class ChannelStory
{
    readonly ChannelChange[] _changes = new ChannelChange[5];

    /// <summary>No times when there was none.</summary>
    public ChannelPause Pause { get; private set; }

    public IReadOnlyList<ChannelChange> Changes => Array.FindAll(_changes, change => change.Times > 0);

    public void Change(ChannelTrait trait, long from, long to, Timestamp before, in PacketFacts facts)
    {
        ref var change = ref _changes[(int)trait];
        change = new ChannelChange(trait, change.Times + 1, from, to, before, facts.Time, facts.Frame);
    }

    public void Resume(Timestamp from, uint lastFrame, in PacketFacts facts) => Pause = new ChannelPause(Pause.Times + 1, from, facts.Time, lastFrame, facts.Frame);
}
