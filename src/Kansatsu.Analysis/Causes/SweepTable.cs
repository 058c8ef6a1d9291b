using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Tries without an answer, by source network: per-address state would let anybody with a /64 fill it. At <see cref="MaxSources"/> new sources
/// are refused and counted; their flows are then judged one by one.
/// </summary>
sealed class SweepTable
{
    public const int MaxSources = 1 << 16;

    readonly RecordList<Sweep> _sweeps = new();
    readonly SlotIndex _index = new();

    public long Refused { get; private set; }

    public void Clear()
    {
        _sweeps.Clear();
        _index.Clear();
        Refused = 0;
    }

    /// <summary>Counts the flow when it was a try that nobody answered, or that was refused.</summary>
    public void Add(in Flow flow)
    {
        if (!IsVain(flow)) return;
        var source = SourceOf(flow.Initiator);
        var position = Position(source, out var hash);
        if (position < 0)
        {
            if (_sweeps.Count >= MaxSources)
            {
                Refused++;
                return;
            }

            position = _sweeps.Add();
            _sweeps[position].Source = source;
            _index.Add(hash, position);
        }

        _sweeps[position].Add(flow);
    }

    public Sweep Find(Ipv6Address address)
    {
        if (_sweeps.Count == 0) return default;
        var position = Position(SourceOf(address), out _);
        return position < 0 ? default : _sweeps[position];
    }

    /// <summary>The initiator sent, and got nothing, an error or a reset back; or it dropped the connection as soon as it was offered.</summary>
    internal static bool IsVain(in Flow flow)
    {
        if (flow.PacketsOut == 0 || flow.IsToGroup || flow.Initiator.IsUnspecified || (flow.Flags & FlowFlags.Carrier) != 0) return false;
        if (flow.Protocol == IpProtocols.Tcp) return (flow.Flags & FlowFlags.Established) == 0 && !FlowLetters.HasBack(flow, 'd') && FlowLetters.HasOut(flow, 's');
        return flow.PacketsBack == 0 && (!flow.IsIcmp || FlowLetters.IsEcho(flow));
    }

    static Ipv6Address SourceOf(Ipv6Address address) => address.IsIpv4 ? address : new Ipv6Address(address.High, 0);

    int Position(Ipv6Address source, out uint hash)
    {
        hash = SeededHash.Of(source);
        var candidates = _index.Find(hash);
        while (candidates.MoveNext())
            if (_sweeps[candidates.Current].Source == source) return candidates.Current;
        return -1;
    }
}
