using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// One conversation: both directions of a five-tuple in one zone (a biflow, RFC 5103). The initiator is who started it, as far as was seen;
/// <see cref="IsInitiatorGuessed"/> says when that is a conclusion and not an observation. Index 0 of a pair is initiator → responder, 1 the way back.
/// </summary>
public struct Flow
{
    // In this order every packet touches the first half of the record, and what is set once lies behind: there are more flows than a processor's memory holds.
    public Ipv6Address Initiator;
    public Ipv6Address Responder;

    /// <summary>Ports of TCP, UDP, UDP-Lite, SCTP, DCCP; for ICMP the type and its counterpart's type or the code (as Community ID does); else 0.</summary>
    public ushort InitiatorPort;
    public ushort ResponderPort;

    /// <summary>IP protocol number after all extension headers.</summary>
    public byte Protocol;

    /// <summary>4 or 6.</summary>
    public byte Family;

    /// <summary>The interface on which link-local and multicast addresses are meant (RFC 4007), plus one; 0 when the addresses need none.</summary>
    public ushort Zone;

    public FlowFlags Flags;

    /// <summary>What the payload was recognised as; <see cref="LayerKind.None"/> when nothing was.</summary>
    public LayerKind Application;

    public byte HopLimitOut;
    public byte HopLimitBack;

    internal byte HistoryLength;

    /// <summary>SYNs of the initiator; 255 stands for more.</summary>
    internal byte Syns;

    /// <summary>The channel of a flow to a group (of <c>ChannelTable</c>), plus one; 0 when it has none.</summary>
    internal int Channel;

    /// <summary>The stream state of <c>StreamTable</c>, plus one; 0 when the flow has none.</summary>
    internal int Stream;

    /// <summary>The largest IP packet of each direction, in bytes.</summary>
    internal ushort LargestOut;
    internal ushort LargestBack;

    /// <summary>Frame number of the last packet so far.</summary>
    public uint LastFrame;

    public Timestamp Last;
    public Timestamp First;
    public uint PacketsOut;
    public uint PacketsBack;

    /// <summary>Letters of the history that each direction has already.</summary>
    internal uint SeenOut;
    internal uint SeenBack;

    /// <summary>Bytes of the IP packets (headers included, as declared) from initiator to responder.</summary>
    public long BytesOut;
    public long BytesBack;

    internal TcpTrack Tcp;
    internal FlowRepeats Repeats;
    internal FlowHistory HistoryLetters;

    /// <summary>Position in the order of first packets, from 1; stable for the same input.</summary>
    public uint Number;

    /// <summary>Frame number of the first packet.</summary>
    public uint FirstFrame;

    /// <summary>Frame number of the first packet of the way back; 0 when nobody answered.</summary>
    public uint AnswerFrame;

    /// <summary>An ICMP error quoted this flow: the frame, and its type and code in the high and low byte; 0 when none did.</summary>
    public uint ErrorFrame;
    public ushort ErrorTypeCode;

    /// <summary>Who sent the first packet on this link, a number of <c>DeviceTable</c>; 0 when the link has no addresses.</summary>
    internal ushort Device;

    /// <summary>Where <see cref="NameId"/> came from.</summary>
    public NameSource NameFrom;

    /// <summary>What the first packet betrays of the tool that made it.</summary>
    public ProbeTrait Trait;

    /// <summary>Which library greeted in TLS or QUIC.</summary>
    internal ClientStack Stack;

    /// <summary>The best name of the far side, an index into <see cref="NameTable"/>; 0 when none is known.</summary>
    public int NameId;

    /// <summary>The frame that gave the name.</summary>
    public uint NameFrame;

    /// <summary>
    /// By application, plus one: the first HTTP request (an index of the request table), the newest DNS lookup (of the lookup table), the first flow that an
    /// ICMP error quoted (of the flow table); 0 when there is none.
    /// </summary>
    internal int Content;

    /// <summary>What its TLS greeting looks like (<c>ClientStacks.Print</c>); 0 without one.</summary>
    internal uint Greeting;

    /// <summary>Microseconds from the first packet to the first answer; saturates after an hour. 0 without an answer.</summary>
    public uint AnswerMicros;

    public readonly bool IsInitiatorGuessed => (Flags & FlowFlags.InitiatorGuessed) != 0;

    public readonly bool IsAnswered => PacketsBack != 0;

    public readonly uint Packets => PacketsOut + PacketsBack;

    public readonly long Bytes => BytesOut + BytesBack;

    /// <summary>The responder is a multicast group or broadcast.</summary>
    public readonly bool IsToGroup => Responder.IsGroup;

    public readonly bool IsIcmp => Protocol is IpProtocols.Icmp or IpProtocols.Icmpv6;

    public readonly bool HasPorts => HasPortsIn(Protocol);

    internal static bool HasPortsIn(byte protocol) => protocol is IpProtocols.Tcp or IpProtocols.Udp or IpProtocols.UdpLite or IpProtocols.Sctp or 33;

    /// <summary>Zeek's connection history: upper case the initiator's doings, lower case the responder's, ^ when the direction was flipped.</summary>
    public readonly string History => FlowHistory.ToText(this);
}
