using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// What the tables want to know of a packet and what needs nothing but its frame: whoever dissects finds it out, so that less is left to the observer, who
/// then need not touch the headers of most packets.
/// </summary>
struct PacketSigns
{
    /// <summary>Who sent the frame on this link.</summary>
    public MacAddress LinkSource;

    public byte HopLimit;

    /// <summary>The payload may be an EEW telegram (<see cref="EewFrame.MayCarry"/>).</summary>
    public bool MayBeTelegram;

    /// <summary>The packet has a whole TCP header: the four that follow are from it.</summary>
    public bool IsTcp;

    public TcpFlags TcpFlags;
    public ushort Window;
    public uint SequenceNumber;
    public uint AcknowledgmentNumber;

    /// <summary>Of the innermost packet of a frame.</summary>
    /// <param name="key">Its key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of(in Dissection d, in FlowKey key, out PacketSigns signs)
    {
        if (d.InnermostIp >= 0) Of(d, d[d.InnermostIp], d.Transport, key, out signs);
        else signs = new PacketSigns { LinkSource = LinkAddresses.SourceOf(d) };
    }

    /// <param name="transport">The packet's transport layer, or -1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of(in Dissection d, in Layer ip, int transport, in FlowKey key, out PacketSigns signs)
    {
        signs = default;
        signs.LinkSource = LinkAddresses.SourceOf(d);
        signs.HopLimit = d.Buffer(ip.Buffer)[ip.Offset + (ip.Kind == LayerKind.Ipv6 ? 7 : 8)];
        if (transport < 0) return;
        ref readonly var layer = ref d[transport];
        if (layer.Kind == LayerKind.Udp) signs.MayBeTelegram = EewFrame.MayCarry(d.PayloadOf(layer), key.Destination.IsGroup);
        if (layer.Kind != LayerKind.Tcp || !TcpHeader.TryRead(d.HeaderOf(layer), out var tcp)) return;
        signs.IsTcp = true;
        signs.TcpFlags = tcp.Flags;
        signs.Window = tcp.Window;
        signs.SequenceNumber = tcp.SequenceNumber;
        signs.AcknowledgmentNumber = tcp.AcknowledgmentNumber;
    }
}
