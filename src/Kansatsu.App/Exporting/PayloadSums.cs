using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>Bytes of transport payload of each flow and direction; for TCP how far the sequence numbers went, so that repeats count once.</summary>
sealed class PayloadSums
{
    /// <summary>Type, code, checksum and the four bytes that mean something else in each message: Zeek counts what follows.</summary>
    const int IcmpHeader = 8;

    Half[] _halves = new Half[2048];

    /// <returns>From initiator, from responder; null when no payload of the flow was looked at (a tunnel's carrier).</returns>
    public (long Out, long Back)? Of(int flow)
    {
        if (2 * flow >= _halves.Length) return null;
        var (there, back) = (_halves[2 * flow], _halves[(2 * flow) + 1]);
        return there.IsSeen || back.IsSeen ? (there.Bytes, back.Bytes) : null;
    }

    public void Add(in Dissection d, int flow, bool back)
    {
        if (d.Transport < 0) return;
        var at = (2 * flow) + (back ? 1 : 0);
        if (at >= _halves.Length) Array.Resize(ref _halves, Math.Max(_halves.Length * 2, at + 2));
        ref readonly var layer = ref d[d.Transport];
        ref var half = ref _halves[at];
        var payload = Math.Max(0, layer.DeclaredLength - layer.HeaderLength);
        if (layer.Kind == LayerKind.Tcp && TcpHeader.TryRead(d.HeaderOf(layer), out var tcp)) half.Advance(tcp.SequenceNumber, payload, tcp.Flags);
        else half.Bytes += layer.Kind is LayerKind.Icmp or LayerKind.Icmpv6 ? Math.Max(0, layer.DeclaredLength - IcmpHeader) : payload;
        half.IsSeen = true;
    }

    /// <summary>The flow's record was used again for another.</summary>
    public void Forget(int flow)
    {
        if (2 * flow < _halves.Length) (_halves[2 * flow], _halves[(2 * flow) + 1]) = (default, default);
    }

    struct Half
    {
        public long Bytes;
        public uint Next;
        public bool HasNext;
        public bool IsSeen;

        public void Advance(uint sequence, int payload, TcpFlags flags)
        {
            if ((flags & TcpFlags.Syn) != 0) sequence++;
            // A reset's number may be anything.
            else if ((flags & TcpFlags.Rst) != 0) return;
            if (!HasNext) (Next, HasNext) = (sequence, true);
            var ahead = (int)(sequence + (uint)payload - Next);
            if (ahead <= 0) return;
            Bytes += ahead;
            Next += (uint)ahead;
        }
    }
}
