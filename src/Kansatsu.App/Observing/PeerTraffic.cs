using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>What was exchanged with one far side.</summary>
/// <param name="key">Its address; unspecified when it is known by name.</param>
/// <param name="nameId">Its name in the name table; 0 when it has none.</param>
/// <param name="address">One of its addresses.</param>
struct PeerTraffic(Ipv6Address key, int nameId, Ipv6Address address)
{
    public Ipv6Address Key { get; } = key;

    public Ipv6Address Address { get; } = address;

    public int NameId { get; } = nameId;

    public int Flows { get; private set; }

    public int Answered { get; private set; }

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
