using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>What makes rows of the tiers one peer: a name, else a network.</summary>
readonly record struct PeerKey(long Name, long Family, long Net) : IComparable<PeerKey>
{
    public static PeerKey Of(PeersBy by, long family, long net, long name) => by switch
    {
        PeersBy.Name when name != 0 => new(name, 0, 0),
        PeersBy.Net48 => new(0, family, Nets.Wider(net, family)),
        _ => new(0, family, net),
    };

    public int CompareTo(PeerKey other) => (Name, Family, Net).CompareTo((other.Name, other.Family, other.Net));
}

/// <summary>The sum of one peer.</summary>
sealed class PeerTotal(PeerKey key)
{
    readonly CauseShare?[] _causes = new CauseShare?[(int)CauseKind.Transit + 1];
    long _packetsTo;
    long _packetsFrom;
    long _bytesTo;
    long _bytesFrom;
    long _flows;
    long _first = long.MaxValue;
    long _last = long.MinValue;
    long _largest = -1;
    long _family;
    long _net;
    bool _hasIpv4;
    bool _hasIpv6;

    public PeerKey Key => key;

    public long Bytes => _bytesTo + _bytesFrom;

    /// <summary>A row: family, net, name, kind, flows, packets_to, packets_from, bytes_to, bytes_from, t, first, last.</summary>
    /// <param name="length">Nanoseconds of the row's bin.</param>
    public void Add(Statement row, long length)
    {
        var (family, flows, packets, bytes) = (row.Long(0), row.Long(4), row.Long(5) + row.Long(6), row.Long(7) + row.Long(8));
        if (family == 4) _hasIpv4 = true;
        else _hasIpv6 = true;
        if (bytes > _largest) (_largest, _family, _net) = (bytes, family, row.Long(1));
        _flows += flows;
        _packetsTo += row.Long(5);
        _packetsFrom += row.Long(6);
        _bytesTo += row.Long(7);
        _bytesFrom += row.Long(8);
        var begin = row.Long(9) * (length / Timestamp.PerSecond);
        _first = Math.Min(_first, begin + row.Long(10));
        _last = Math.Max(_last, begin + row.Long(11));
        ref var share = ref _causes[Math.Min(row.Long(3), _causes.Length - 1)];
        share = new CauseShare((CauseKind)row.Long(3), (share?.Flows ?? 0) + flows, (share?.Packets ?? 0) + packets, (share?.Bytes ?? 0) + bytes);
    }

    public StoredPeer ToPeer(PeersBy by, Known known) => new(
        key.Name == 0 ? null : known.Name(key.Name), by == PeersBy.Net48 ? Nets.Net48(Nets.Wider(_net, _family), _family) : Nets.Net64(_net, _family), _hasIpv4, _hasIpv6,
        _flows, _packetsTo, _packetsFrom, _bytesTo, _bytesFrom, Timestamp.FromSeconds(_first), Timestamp.FromSeconds(_last),
        [.. _causes.OfType<CauseShare>().OrderByDescending(static c => c.Bytes).ThenBy(static c => c.Kind)]);
}
