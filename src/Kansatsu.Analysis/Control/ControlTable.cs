using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Who speaks in the control plane of the links that are observed: queriers, PIM neighbours, multicast routers, advertising routers and their like;
/// since when, how often, and who fell silent. At <see cref="MaxSpeakers"/> new ones are refused and counted.
/// </summary>
public sealed class ControlTable(Watch watch)
{
    public const int MaxSpeakers = 4096;

    readonly List<ControlSpeaker> _speakers = [];
    readonly SlotIndex _index = new();

    public int Count => _speakers.Count;

    /// <summary>Messages of speakers that found no room.</summary>
    public long Refused { get; private set; }

    internal IReadOnlyList<ControlSpeaker> Speakers => _speakers;

    /// <summary>In the order of their first messages.</summary>
    public IEnumerable<ControlSeen> All
    {
        get
        {
            var elections = new ControlElections(this);
            foreach (var s in _speakers)
            {
                yield return new ControlSeen(
                    s.Kind, s.Source, s.Interface, s.LinkSource, s.First, s.Last, s.FirstFrame, s.LastFrame, s.Messages, s.Cadence.IsRegular ? s.Cadence.Period : 0,
                    s.Hold, s.Priority, elections.IsElected(s), IsGone(s), s.SaidGoodbye, s.Changes, s.Pauses);
            }
        }
    }

    /// <summary>A message of a routing protocol, or of ICMPv6 or IGMP.</summary>
    public void Observe(in Dissection d, in Layer layer, in PacketFacts facts)
    {
        var bytes = d.BytesOf(layer);
        ControlMessage message;
        var fits = layer.Kind switch
        {
            LayerKind.Pim => ControlMessage.TryReadPim(bytes, out message),
            LayerKind.Igmp => ControlMessage.TryReadIgmpQuery(bytes, out message),
            LayerKind.Ospf or LayerKind.Ospfv3 => ControlMessage.TryReadOspf(bytes, out message),
            LayerKind.Vrrp => ControlMessage.TryReadVrrp(bytes, out message),
            LayerKind.Eigrp => ControlMessage.TryReadEigrp(bytes, out message),
            LayerKind.Ripng => ControlMessage.TryReadRipng(bytes, out message),
            LayerKind.Hsrp => ControlMessage.TryReadHsrp(bytes, out message),
            LayerKind.Icmpv6 => TryReadIcmpv6(bytes, (byte)(layer.Value >> 8), out message),
            _ => Nothing(out message),
        };
        if (fits && !facts.Source.IsGroup && !facts.Source.IsUnspecified) Note(message, facts);
    }

    static bool TryReadIcmpv6(ReadOnlySpan<byte> bytes, byte type, out ControlMessage message) => type switch
    {
        Icmpv6Types.MldQuery => ControlMessage.TryReadMldQuery(bytes, out message),
        Icmpv6Types.RouterAdvertisement => ControlMessage.TryReadRouter(bytes, out message),
        Icmpv6Types.MulticastRouterAdvertisement or Icmpv6Types.MulticastRouterTermination => ControlMessage.TryReadMrd(bytes, out message),
        _ => Nothing(out message),
    };

    static bool Nothing(out ControlMessage message)
    {
        message = default;
        return false;
    }

    void Note(in ControlMessage message, in PacketFacts facts)
    {
        var speaker = Find(message.Kind, facts);
        if (speaker is null) return;
        if (speaker.Messages > 0)
        {
            if (IsGone(speaker, facts.Time))
            {
                (speaker.PauseFrom, speaker.PauseTo, speaker.PauseFrame) = (speaker.Last, facts.Time, facts.Frame);
                speaker.Pauses++;
                speaker.Cadence.Resume(facts.Time.Nanoseconds);
            }
            else speaker.Cadence.Add(facts.Time.Nanoseconds);

            if (speaker.Says != message.Says && !message.IsGoodbye && !speaker.SaidGoodbye)
            {
                (speaker.ChangedAt, speaker.ChangedFrame) = (facts.Time, facts.Frame);
                speaker.Changes++;
            }
        }
        else speaker.Cadence.Add(facts.Time.Nanoseconds);

        speaker.Messages++;
        if (facts.Time > speaker.Last) (speaker.Last, speaker.LastFrame) = (facts.Time, facts.Frame);
        (speaker.LinkSource, speaker.SaidGoodbye) = (facts.LinkSource, message.IsGoodbye);
        if (message.IsGoodbye) return;
        (speaker.Says, speaker.Priority) = (message.Says, message.Priority);
        speaker.Hold = message.HoldSeconds >= uint.MaxValue ? long.MaxValue : (long)(message.HoldSeconds * Timestamp.PerSecond);
    }

    ControlSpeaker? Find(ControlKind kind, in PacketFacts facts)
    {
        var hash = _index.Hash.Of(facts.Source, ((ulong)kind << 32) | (uint)facts.Interface);
        var candidates = _index.Find(hash);
        while (candidates.MoveNext())
        {
            var known = _speakers[candidates.Current];
            if (known.Source == facts.Source && known.Kind == kind && known.Interface == facts.Interface) return known;
        }

        if (_speakers.Count >= MaxSpeakers)
        {
            Refused++;
            return null;
        }

        var speaker = new ControlSpeaker(kind, facts.Source, facts.Interface) { Before = watch.Before, First = facts.Time, Last = facts.Time, FirstFrame = facts.Frame, LastFrame = facts.Frame };
        _index.Add(hash, _speakers.Count);
        _speakers.Add(speaker);
        return speaker;
    }

    internal bool IsGone(ControlSpeaker speaker) => IsGone(speaker, watch.Now);

    bool IsGone(ControlSpeaker speaker, Timestamp now) => speaker.SaidGoodbye || watch.Watched(speaker.Last, now) >= speaker.Hold;
}
