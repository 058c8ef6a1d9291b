using System.Numerics;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What one source network (IPv6 /64, IPv4 address) tried without an answer. Targets and ports are counted by 64 marks each: exact when few.</summary>
struct Sweep
{
    public const int Few = 3;
    public const int Many = 12;

    public Ipv6Address Source;
    public int Tries;
    public uint FirstFrame;
    public uint LastFrame;
    ulong _targets;
    ulong _ports;

    /// <summary>Different targets, at least; 64 stands for "64 or more".</summary>
    public readonly int Targets => BitOperations.PopCount(_targets);

    public readonly int Ports => BitOperations.PopCount(_ports);

    /// <summary>Tried several targets or ports in vain.</summary>
    public readonly bool IsSweep => Targets >= Few || Ports >= Few;

    public readonly bool IsLarge => Targets >= Many || Ports >= Many;

    public void Add(in Flow flow)
    {
        Tries++;
        if (FirstFrame == 0) FirstFrame = flow.FirstFrame;
        LastFrame = flow.LastFrame;
        _targets |= 1UL << (int)(SeededHash.Of(flow.Responder) >> 26);
        _ports |= 1UL << (int)(SeededHash.Of(flow.ResponderPort) >> 26);
    }

    public void Merge(in Sweep other)
    {
        if (other.Tries == 0) return;
        FirstFrame = FirstFrame == 0 ? other.FirstFrame : Math.Min(FirstFrame, other.FirstFrame);
        LastFrame = Math.Max(LastFrame, other.LastFrame);
        Tries += other.Tries;
        _targets |= other._targets;
        _ports |= other._ports;
    }
}
