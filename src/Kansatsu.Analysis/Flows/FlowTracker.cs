using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Finds or begins the flow of each IP packet in a frame and writes down what the packet did to it.</summary>
sealed class FlowTracker(FlowTable flows, Counters counters)
{
    const ushort SnmpPort = 161;

    const long LongestAnswer = 3600 * Timestamp.PerSecond;

    /// <summary>Told the index of each flow when it begins.</summary>
    public Action<int>? Begun { get; set; }

    public DeviceTable Devices { get; } = new();

    /// <summary>Told of every packet of every flow, when somebody wants it.</summary>
    public Timeline? Timeline { get; init; }

    /// <summary>The packet that was tracked last went from its flow's responder to the initiator.</summary>
    public bool IsBack { get; private set; }

    /// <summary>The flow of the tunnel around the packet that was tracked last; -1 without one.</summary>
    public int Carrier { get; private set; } = -1;

    /// <param name="key">Of the innermost packet.</param>
    /// <param name="hash">Of the key, by the table.</param>
    /// <param name="near">What the table said of it when approached; 0 when it was not.</param>
    /// <param name="signs">Of the same packet.</param>
    /// <returns>Index of the flow of the innermost packet, or -1 for a frame without IP.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Track(in Dissection d, in FlowKey key, ulong hash, int near, in PacketSigns signs)
    {
        Carrier = -1;
        if (d.InnermostIp < 0) return -1;
        for (var i = d.OutermostIp; i < d.InnermostIp; i++)
        {
            if (d[i].Kind is not (LayerKind.Ipv6 or LayerKind.Ipv4)) continue;
            var transport = TransportOf(d, i);
            FlowKeys.Read(d, d[i], transport, out var outer);
            PacketSigns.Of(d, d[i], transport, outer, out var outerSigns);
            var carrier = TrackOne(d, i, transport, outer, flows.Hash(outer), 0, outerSigns);
            if (d.HasSamples) continue;
            flows[carrier].Flags |= FlowFlags.Carrier;
            Carrier = carrier;
        }

        var index = TrackOne(d, d.InnermostIp, d.Transport, key, hash, near, signs);
        if (d.InnermostIp != d.OutermostIp && !d.HasSamples) flows[index].Flags |= FlowFlags.Tunnelled;
        return index;
    }

    /// <summary>The transport header that belongs to an outer IP header: the last one before the next IP header.</summary>
    static int TransportOf(in Dissection d, int ip)
    {
        var found = -1;
        for (var i = ip + 1; i < d.Count && d[i].Kind is not (LayerKind.Ipv6 or LayerKind.Ipv4); i++)
            if (d[i].Kind is (>= LayerKind.Tcp and <= LayerKind.Dccp) or LayerKind.Icmp or LayerKind.Icmpv6) found = i;
        return found;
    }

    int TrackOne(in Dissection d, int ipIndex, int transport, in FlowKey key, ulong hash, int near, in PacketSigns signs)
    {
        ref readonly var ip = ref d[ipIndex];
        var index = flows.Find(key, hash, near, out var back);
        // A header that was cut behind its ports tells nothing of who began.
        var tcpFlags = signs.IsTcp ? signs.TcpFlags : TcpFlags.Ack;
        if (index >= 0 && signs.IsTcp && TcpHistory.IsNewConnection(flows[index], signs))
        {
            flows.Detach(index);
            index = Begin(d, key, hash, ipIndex, transport, tcpFlags, FlowFlags.Reopened, out back);
        }
        else if (index < 0) index = Begin(d, key, hash, ipIndex, transport, tcpFlags, FlowFlags.None, out back);

        ref var flow = ref flows[index];
        Count(ref flow, d, ip, ipIndex, signs.HopLimit, back);
        Timeline?.Add(index, d.Timestamp, ip.DeclaredLength, back);
        if (signs.IsTcp) TcpHistory.Write(ref flow, back, signs, d[transport]);
        else if (transport >= 0 && d[transport].PayloadLength > 0) FlowHistory.Once(ref flow, back, 'd');
        if (transport >= 0 && d[transport].Checksum == ChecksumVerdict.Bad) FlowHistory.Repeat(ref flow, back, 'c');
        IsBack = back;
        return index;
    }

    int Begin(in Dissection d, in FlowKey key, ulong hash, int ip, int transport, TcpFlags tcp, FlowFlags flags, out bool back)
    {
        var direction = FlowDirection.Of(key, transport >= 0 ? d[transport].Kind : LayerKind.None, tcp);
        back = (direction & FlowFlags.Flipped) != 0;
        var index = flows.Add(back ? key.Turned() : key, hash);
        ref var flow = ref flows[index];
        flow.Flags = flags | direction;
        flow.First = flow.Last = d.Timestamp;
        flow.FirstFrame = (uint)d.Number;
        flow.Device = Devices.NumberOf(back ? LinkAddresses.DestinationOf(d) : LinkAddresses.SourceOf(d));
        if (!back) flow.Trait = ProbeTraits.Of(d, ip, transport);
        if (key.Family == 6) counters.FlowsIpv6++;
        else counters.FlowsIpv4++;
        if (transport >= 0 && d[transport].Kind == LayerKind.Tcp) counters.FlowsTcp++;
        else if (transport >= 0 && d[transport].Kind == LayerKind.Udp) counters.FlowsUdp++;
        Begun?.Invoke(index);
        return index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Count(ref Flow flow, in Dissection d, in Layer ip, int ipIndex, byte hopLimit, bool back)
    {
        var isFirstOfDirection = false;
        if (back)
        {
            isFirstOfDirection = flow.PacketsBack++ == 0;
            flow.BytesBack += ip.DeclaredLength;
            flow.HopLimitBack = hopLimit;
            if (ip.DeclaredLength > flow.LargestBack) flow.LargestBack = (ushort)Math.Min(ip.DeclaredLength, ushort.MaxValue);
            if (isFirstOfDirection) NoteAnswer(ref flow, d);
        }
        else
        {
            isFirstOfDirection = flow.PacketsOut++ == 0;
            flow.BytesOut += ip.DeclaredLength;
            flow.HopLimitOut = hopLimit;
            if (ip.DeclaredLength > flow.LargestOut) flow.LargestOut = (ushort)Math.Min(ip.DeclaredLength, ushort.MaxValue);
        }

        var time = d.Timestamp;
        if (time > flow.Last) flow.Last = time;
        else if (time < flow.First) flow.First = time;
        flow.LastFrame = (uint)d.Number;
        if (!d.Anomalies.IsEmpty) flow.Flags |= FlowFlags.Anomalous;
        if ((ip.Flags & (LayerFlags.Fragment | LayerFlags.Reassembled)) != 0) flow.Flags |= FlowFlags.Fragmented;
        if (!isFirstOfDirection) return;
        if (back && flow.ResponderPort == SnmpPort && flow.Protocol == IpProtocols.Udp) counters.SnmpAnswered++;
        if (ipIndex != d.FirstIpv6) return;
        counters.Ipv6Sources.Add(back ? flow.Responder : flow.Initiator);
        counters.Ipv6Destinations.Add(back ? flow.Initiator : flow.Responder);
    }

    static void NoteAnswer(ref Flow flow, in Dissection d)
    {
        flow.AnswerFrame = (uint)d.Number;
        flow.AnswerMicros = (uint)(Math.Clamp(d.Timestamp.Since(flow.First), 1000, LongestAnswer) / 1000);
    }

    /// <summary>An ICMP error speaks of a packet: the flow that sent it learns of it.</summary>
    /// <returns>Index of the quoted flow, or -1 when no such packet was ever seen here.</returns>
    public int NoteError(in Dissection d)
    {
        for (var i = d.Transport + 1; i < d.Count; i++)
        {
            if (d[i].Kind is not (LayerKind.Ipv6 or LayerKind.Ipv4)) continue;
            FlowKeys.Read(d, d[i], TransportOf(d, i), out var key);
            var index = flows.Find(key, flows.Hash(key), out _);
            if (index < 0) return -1;
            ref var flow = ref flows[index];
            if (flow.ErrorFrame != 0) return index;
            flow.ErrorFrame = (uint)d.Number;
            flow.ErrorTypeCode = d[d.Transport].Value;
            return index;
        }

        return -1;
    }
}
