using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Reads TCP's own story into a flow: Zeek's letters, handshake, close, and where each direction stands.</summary>
static class TcpHistory
{
    /// <summary>What every IPv6 link carries (RFC 8200 §5): what is lost for its size is larger.</summary>
    public const int SmallestMtu = 1280;

    /// <summary>A SYN with another sequence number than the flow's own, after that one had begun or ended (RFC 9293 §3.4).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNewConnection(in Flow flow, in PacketSigns tcp)
    {
        if ((tcp.TcpFlags & (TcpFlags.Syn | TcpFlags.Ack | TcpFlags.Rst)) != TcpFlags.Syn) return false;
        return !flow.Tcp.HasInitial || flow.Tcp.Initial != tcp.SequenceNumber;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref Flow flow, bool back, in PacketSigns tcp, in Layer layer)
    {
        var flags = tcp.TcpFlags;
        var payload = layer.DeclaredLength - layer.HeaderLength;
        if ((flags & (TcpFlags.Syn | TcpFlags.Rst | TcpFlags.Fin)) != 0) WriteControl(ref flow, back, tcp);
        else if (payload <= 0)
        {
            FlowHistory.Once(ref flow, back, 'a');
            if ((flow.Flags & FlowFlags.Established) == 0 && !back && flow.Tcp.HasBack && flow.Tcp.HasInitial) flow.Flags |= FlowFlags.Established;
        }

        if (payload > 0) FlowHistory.Once(ref flow, back, 'd');
        if (tcp.Window == 0 && (flags & (TcpFlags.Rst | TcpFlags.Syn)) == 0) FlowHistory.Repeat(ref flow, back, 'w');
        Advance(ref flow, back, tcp.SequenceNumber, Math.Max(payload, 0), flags);
        if ((flags & (TcpFlags.Ack | TcpFlags.Rst)) != TcpFlags.Ack) return;
        ref var acknowledged = ref back ? ref flow.Tcp.AckBack : ref flow.Tcp.AckOut;
        if (!back && flow.Tcp.HoleSince != 0 && (int)(tcp.AcknowledgmentNumber - flow.Tcp.NextBack) >= 0) CloseHole(ref flow);
        if (acknowledged == 0 || (int)(tcp.AcknowledgmentNumber - acknowledged) > 0) acknowledged = tcp.AcknowledgmentNumber;
    }

    /// <summary>How long a hole has been open, in hundredths of a second; 0 when none is.</summary>
    public static int HoleAge(in Flow flow) => flow.Tcp.HoleSince == 0 ? 0 : Clock(flow) - flow.Tcp.HoleSince;

    static void OpenHole(ref Flow flow)
    {
        if (flow.Tcp.HoleSince == 0 && flow.LargestBack <= SmallestMtu) flow.Tcp.HoleSince = (ushort)Clock(flow);
    }

    static void CloseHole(ref Flow flow)
    {
        flow.Tcp.LongestHole = (ushort)Math.Max(flow.Tcp.LongestHole, HoleAge(flow));
        flow.Tcp.HoleSince = 0;
    }

    static int Clock(in Flow flow) => (int)Math.Clamp((flow.Last.Since(flow.First) / (Wire.Timestamp.PerSecond / 100)) + 1, 1, ushort.MaxValue);

    static void WriteControl(ref Flow flow, bool back, in PacketSigns tcp)
    {
        var flags = tcp.TcpFlags;
        if ((flags & (TcpFlags.Syn | TcpFlags.Fin)) == (TcpFlags.Syn | TcpFlags.Fin)) FlowHistory.Once(ref flow, back, 'q');
        else if ((flags & (TcpFlags.Syn | TcpFlags.Rst)) == (TcpFlags.Syn | TcpFlags.Rst)) FlowHistory.Once(ref flow, back, 'i');
        if ((flags & TcpFlags.Syn) != 0)
        {
            FlowHistory.Once(ref flow, back, (flags & TcpFlags.Ack) != 0 ? 'h' : 's');
            if (!back && flow.Syns < byte.MaxValue) flow.Syns++;
            if (!back && (flags & TcpFlags.Ack) == 0 && !flow.Tcp.HasInitial) (flow.Tcp.Initial, flow.Tcp.HasInitial) = (tcp.SequenceNumber, true);
        }

        if ((flags & TcpFlags.Fin) != 0)
        {
            FlowHistory.Once(ref flow, back, 'f');
            flow.Tcp.FinFlags |= back ? (byte)2 : (byte)1;
            if (flow.Tcp.FinFlags == 3) flow.Flags |= FlowFlags.Closed;
        }

        if ((flags & TcpFlags.Rst) == 0) return;
        FlowHistory.Once(ref flow, back, 'r');
        flow.Flags |= FlowFlags.Closed;
    }

    /// <summary>Moves the direction's sequence number on; what lies before it is a repeat, what leaves a hole is a gap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Advance(ref Flow flow, bool back, uint sequence, int payload, TcpFlags flags)
    {
        ref var has = ref back ? ref flow.Tcp.HasBack : ref flow.Tcp.HasOut;
        ref var next = ref back ? ref flow.Tcp.NextBack : ref flow.Tcp.NextOut;
        var end = sequence + (uint)payload + ((flags & (TcpFlags.Syn | TcpFlags.Fin)) != 0 ? 1u : 0);
        if (has && payload > 0)
        {
            if ((int)(sequence - next) > 0) FlowHistory.Repeat(ref flow, back, 'g');
            else if ((int)(end - next) <= 0) FlowHistory.Repeat(ref flow, back, 't');
        }

        if (has && back && (int)(sequence - next) > 0 && (flags & (TcpFlags.Syn | TcpFlags.Rst)) == 0) OpenHole(ref flow);
        if (has && (int)(end - next) <= 0) return;
        next = end;
        has = true;
    }
}
