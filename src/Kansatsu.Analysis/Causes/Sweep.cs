using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// What one source network tried without an answer. Targets, ports and the source's own subnets are counted as <see cref="Distinct"/>.
/// </summary>
struct Sweep
{
    public const int Few = 3;
    public const int Many = 12;

    /// <summary>Steps from one target to the next that must be seen before their order is told.</summary>
    const int OrderedSteps = 8;

    public Ipv6Address Source;

    /// <summary>Prefix length of <see cref="Source"/>; an IPv4 address counts 96 more.</summary>
    public byte Length;
    public int Tries;
    public uint FirstFrame;
    public uint LastFrame;

    /// <summary>The traits of tools, as <see cref="ProbeTraits.Bit"/>.</summary>
    public uint Traits;

    /// <summary>Tries of something that is there: it refused, or offered a connection that was not taken up.</summary>
    public int Alive;
    Ipv6Address _lastTarget;
    KindCounts _kinds;
    int _up;
    int _down;
    Distinct _targets;
    Distinct _ports;
    Distinct _subnets;

    /// <summary>Different targets, at least; 64 stands for "64 or more".</summary>
    public readonly int Targets => _targets.Count;

    public readonly int Ports => _ports.Count;

    /// <summary>Different networks inside the source that take part.</summary>
    public readonly int Subnets => _subnets.Count;

    /// <summary>Tried several targets or ports in vain.</summary>
    public readonly bool IsSweep => Targets >= Few || Ports >= Few;

    public readonly bool IsLarge => Targets >= Many || Ports >= Many;

    /// <summary>Always the same service of one address.</summary>
    public readonly bool IsStubborn => Targets == 1 && Ports == 1;

    public readonly bool IsAscending => _up >= OrderedSteps && _down * 10 <= _up;

    public readonly bool IsDescending => _down >= OrderedSteps && _up * 10 <= _down;

    /// <summary>The kind that most targets are of, when it is four of five.</summary>
    public readonly TargetKind MainKind
    {
        get
        {
            var best = 0;
            for (var i = 1; i < TargetPattern.Kinds; i++)
                if (_kinds[i] > _kinds[best]) best = i;
            return _kinds[best] * 5 >= Tries * 4 ? (TargetKind)best : TargetKind.None;
        }
    }

    /// <summary>Nobody hits random identifiers by chance: who finds something there knew the addresses before.</summary>
    public readonly bool KnewTargets => MainKind == TargetKind.Random && Targets >= Few && Alive * 2 >= Tries;

    public void Add(in Flow flow, Ipv6Address subnet)
    {
        if (FirstFrame == 0) FirstFrame = flow.FirstFrame;
        LastFrame = flow.LastFrame;
        if (Tries++ > 0)
        {
            var step = flow.Responder.CompareTo(_lastTarget);
            if (step > 0) _up++;
            else if (step < 0) _down++;
        }

        _lastTarget = flow.Responder;
        if (flow.PacketsBack > 0) Alive++;
        Traits |= ProbeTraits.Bit(flow.Trait);
        _kinds[(int)TargetPattern.KindOf(flow.Responder)]++;
        _targets.Add(flow.Responder);
        _ports.Add(flow.ResponderPort);
        _subnets.Add(subnet);
    }

    public void Merge(in Sweep other)
    {
        if (other.Tries == 0) return;
        if (Tries == 0)
        {
            this = other;
            return;
        }

        FirstFrame = Math.Min(FirstFrame, other.FirstFrame);
        LastFrame = Math.Max(LastFrame, other.LastFrame);
        Tries += other.Tries;
        Alive += other.Alive;
        Traits |= other.Traits;
        _up += other._up;
        _down += other._down;
        for (var i = 0; i < TargetPattern.Kinds; i++) _kinds[i] += other._kinds[i];
        _targets.Merge(other._targets);
        _ports.Merge(other._ports);
        _subnets.Merge(other._subnets);
    }

    [InlineArray(TargetPattern.Kinds)]
    struct KindCounts
    {
        int _first;
    }
}
