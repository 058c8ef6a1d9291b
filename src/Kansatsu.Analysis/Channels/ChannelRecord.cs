using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What is known of one stream: source, group, port, in a zone where its addresses need one.</summary>
struct ChannelRecord
{
    public const int MaxHopLimits = 4;

    public Ipv6Address Source;
    public Ipv6Address Group;
    public ushort Port;
    public ushort Zone;

    /// <summary>Position in the list of sequence tracks, and of stories, plus one; 0 = none.</summary>
    public ushort Track;
    public ushort Story;

    public Timestamp First;

    /// <summary>The last moment of watching without it.</summary>
    public Timestamp Before;
    public Timestamp Last;
    public Cadence Cadence;
    public PayloadLengths Lengths;
    public Heartbeat Heartbeat;
    public long Bytes;
    public uint Packets;
    public uint FirstFrame;
    public uint LastFrame;
    public MacAddress LinkSource;
    public int Interface;
    public ushort SourcePort;
    public LayerKind Application;
    public ChannelContent Content;
    public HopLimits Hops;
    public byte HopLimit;
    public byte HopCount;

    /// <summary>Of the payload of the last packet, and how often it came again at once.</summary>
    public ulong Fingerprint;
    public uint Copies;

    /// <summary>The beat that was last seen for certain, against which changes are held.</summary>
    public long FirmPeriod;
    public ushort FirmBurst;

    /// <summary>What speaks for RTP so far: the last sequence number and how often it went on by one.</summary>
    public ushort Sequence;
    public byte InSequence;

    public readonly bool Is(in PacketFacts facts, ushort port, ushort zone) =>
        Group == facts.Destination && Source == facts.Source && Port == port && Zone == zone;

    [InlineArray(MaxHopLimits)]
    public struct HopLimits
    {
        byte _first;
    }
}
