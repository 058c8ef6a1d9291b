using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>Packets and bytes of some part of time, by family, cause and protocol.</summary>
sealed class TrafficSum
{
    const int Kinds = (int)CauseKind.Transit + 1;

    readonly Amount[] _causes = new Amount[Kinds];
    readonly Dictionary<(byte Protocol, LayerKind Application), Amount> _protocols = [];

    public Amount Ipv6 { get; private set; }

    public Amount Ipv4 { get; private set; }

    public Amount Total => Ipv6 + Ipv4;

    /// <summary>The causes that carried anything, in the order of their kinds.</summary>
    public IEnumerable<(CauseKind Kind, Amount Amount)> Causes
    {
        get
        {
            for (var kind = 0; kind < Kinds; kind++)
                if (_causes[kind].Packets > 0) yield return ((CauseKind)kind, _causes[kind]);
        }
    }

    /// <summary>Protocols as views write them, most bytes first.</summary>
    public List<(string Protocol, Amount Amount)> Protocols
    {
        get
        {
            List<(string Protocol, Amount Amount)> all = [.. _protocols.Select(p => (ProtocolNames.Of(p.Key.Protocol, p.Key.Application), p.Value))];
            all.Sort(static (a, b) => a.Amount.Bytes != b.Amount.Bytes ? b.Amount.Bytes.CompareTo(a.Amount.Bytes) : string.CompareOrdinal(a.Protocol, b.Protocol));
            return all;
        }
    }

    public Amount Of(CauseKind kind) => _causes[(int)kind];

    public Amount Of(string protocol)
    {
        var sum = default(Amount);
        foreach (var (key, amount) in _protocols)
            if (ProtocolNames.Of(key.Protocol, key.Application) == protocol) sum += amount;
        return sum;
    }

    public void Add(in TimelinePart part)
    {
        var amount = new Amount(part.Packets, part.Bytes);
        if (part.Family == 6) Ipv6 += amount;
        else Ipv4 += amount;
        _causes[(int)part.Kind] += amount;
        var key = (part.Protocol, part.Application);
        _protocols[key] = _protocols.GetValueOrDefault(key) + amount;
    }
}
