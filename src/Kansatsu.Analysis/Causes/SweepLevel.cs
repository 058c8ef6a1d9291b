using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Sweeps of source networks of one size. At its bound new sources are refused and counted.</summary>
sealed class SweepLevel(int ipv6Length, int ipv4Length, int most)
{
    readonly RecordList<Sweep> _sweeps = new();
    readonly SlotIndex _index = new();

    public long Refused { get; private set; }

    public void Clear()
    {
        _sweeps.Clear();
        _index.Clear();
        Refused = 0;
    }

    /// <param name="subnet">The part of the source network that tried.</param>
    public void Add(in Flow flow, Ipv6Address subnet)
    {
        var source = SourceOf(flow.Initiator);
        var position = Position(source, out var hash);
        if (position < 0)
        {
            if (_sweeps.Count >= most)
            {
                Refused++;
                return;
            }

            position = _sweeps.Add();
            ref var sweep = ref _sweeps[position];
            (sweep.Source, sweep.Length) = (source, (byte)(source.IsIpv4 ? 96 + ipv4Length : ipv6Length));
            _index.Add(hash, position);
        }

        _sweeps[position].Add(flow, subnet);
    }

    public Sweep Find(Ipv6Address address)
    {
        if (_sweeps.Count == 0) return default;
        var position = Position(SourceOf(address), out _);
        return position < 0 ? default : _sweeps[position];
    }

    public Ipv6Address SourceOf(Ipv6Address address) => address.IsIpv4
        ? Ipv6Address.FromIpv4(address.Ipv4 & (uint.MaxValue << (32 - ipv4Length)))
        : new Ipv6Address(address.High & (ulong.MaxValue << (64 - ipv6Length)), 0);

    int Position(Ipv6Address source, out uint hash)
    {
        hash = _index.Hash.Of(source);
        var candidates = _index.Find(hash);
        while (candidates.MoveNext())
            if (_sweeps[candidates.Current].Source == source) return candidates.Current;
        return -1;
    }
}
