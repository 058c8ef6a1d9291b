using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>What was exchanged with one far side.</summary>
/// <param name="Key">Its address; unspecified when it is known by name.</param>
/// <param name="NameId">Its name in the name table; 0 when it has none.</param>
/// <param name="Address">One of its addresses.</param>
sealed class PeerTraffic(Ipv6Address key, int nameId, Ipv6Address address)
{
    public Ipv6Address Key { get; } = key;

    public int NameId { get; } = nameId;

    public Ipv6Address Address { get; } = address;

    public long Flows { get; private set; }

    public long Answered { get; private set; }

    public long Packets { get; private set; }

    public long Bytes { get; private set; }

    public long BytesIpv6 { get; private set; }

    public void Add(in Flow flow)
    {
        Flows++;
        if (flow.IsAnswered) Answered++;
        Packets += flow.Packets;
        Bytes += flow.Bytes;
        if (flow.Family == 6) BytesIpv6 += flow.Bytes;
    }
}
