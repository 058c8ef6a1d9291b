namespace Kansatsu.Analysis;

/// <summary>Protocols as far as they decide which rules have anything to say of a flow.</summary>
[Flags]
enum FlowKinds
{
    Tcp = 1,
    Udp = 2,
    Icmp = 4,
    Other = 8,

    All = Tcp | Udp | Icmp | Other,
}
