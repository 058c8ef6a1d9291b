using System.Runtime.InteropServices;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>
/// Adds flows up by their far side: by name where one is known, else by address. Exact up to <see cref="Capacity"/> far sides; beyond it the smaller
/// half is forgotten each time it is full, so a flood of random sources cannot make it grow, and the large ones stay.
/// </summary>
sealed class PeerTally
{
    public const int Capacity = 16384;

    readonly Dictionary<Key, Sum> _sums = [];

    /// <summary>Some were forgotten: the sums of small peers are too low.</summary>
    public bool IsApproximate { get; private set; }

    public void Add(in Flow flow, Observer observer)
    {
        if (flow.IsToGroup) return;
        var far = observer.Home.IsHome(flow.Responder) && !observer.Home.IsHome(flow.Initiator) ? flow.Initiator : flow.Responder;
        var key = flow.NameId != 0 ? new Key(default, flow.NameId) : new Key(far, 0);
        if (_sums.Count >= Capacity && !_sums.ContainsKey(key)) ForgetHalf();
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out _);
        sum.Address = far;
        sum.Flows++;
        sum.Packets += flow.Packets;
        sum.Bytes += flow.Bytes;
        if (flow.Family == 6) sum.BytesIpv6 += flow.Bytes;
        if (flow.IsAnswered) sum.Answered++;
    }

    /// <summary>The largest by bytes.</summary>
    public List<(Key Key, Sum Sum)> Top(int count) =>
        [.. _sums.OrderByDescending(p => p.Value.Bytes).ThenBy(p => p.Value.Address).Take(count).Select(p => (p.Key, p.Value))];

    void ForgetHalf()
    {
        IsApproximate = true;
        foreach (var (key, _) in _sums.OrderBy(p => p.Value.Bytes).Take(Capacity / 2).ToList()) _sums.Remove(key);
    }

    public readonly record struct Key(Ipv6Address Address, int NameId);

    public struct Sum
    {
        /// <summary>One of its addresses.</summary>
        public Ipv6Address Address;
        public long Flows;
        public long Answered;
        public long Packets;
        public long Bytes;
        public long BytesIpv6;
    }
}
