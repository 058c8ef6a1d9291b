using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What is known of one stream: source, group, port, in a zone where its addresses need one.</summary>
struct ChannelRecord
{
    public const int MaxHopLimits = 4;

    // What every packet touches stands together: with very many streams, each line of memory that is touched costs more than the work on it. Some parts
    // bring what is touched rarely, at their outer end. A flow that is known leads here without a look at the ends of the stream.
    public Heartbeat Heartbeat;
    public byte HopLimit;
    public ushort SourcePort;

    /// <summary>Position in the list of sequence tracks, and of stories, plus one; 0 = none.</summary>
    public ushort Track;
    public ushort Story;
    public ushort FirmBurst;
    public ChannelContent Content;
    public Timestamp Last;
    public MacAddress LinkSource;
    public long Bytes;

    /// <summary>Of the payload of the last packet.</summary>
    public ulong Fingerprint;

    /// <summary>The beat that was last seen for certain, against which changes are held; and <see cref="FirmBurst"/>.</summary>
    public long FirmPeriod;
    public uint Packets;
    public uint LastFrame;
    public Cadence Cadence;
    public PayloadLengths Lengths;

    /// <summary>How often the last packet came again at once.</summary>
    public uint Copies;

    /// <summary>What speaks for RTP so far: the last sequence number and how often it went on by one.</summary>
    public ushort Sequence;
    public byte InSequence;
    public byte HopCount;
    public HopLimits Hops;
    public LayerKind Application;
    public Ipv6Address Group;
    public Ipv6Address Source;
    public ushort Port;
    public ushort Zone;
    public Timestamp First;

    /// <summary>The last moment of watching without it.</summary>
    public Timestamp Before;
    public uint FirstFrame;
    public int Interface;

    public readonly bool Is(in PacketFacts facts, ushort port, ushort zone) =>
        Group == facts.Destination && Source == facts.Source && Port == port && Zone == zone;

    [InlineArray(MaxHopLimits)]
    public struct HopLimits
    {
        byte _first;
    }
}
