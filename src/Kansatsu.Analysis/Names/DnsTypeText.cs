using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Types of questions as they are exported: a short list of names that will not change, everything else as RFC 3597 §5 writes unknown types. Programs
/// that compare outputs need not know which version learnt which name.
/// </summary>
static class DnsTypeText
{
    public static string Of(ushort type, NameSource via) => type switch
    {
        DnsTypes.Srv when via == NameSource.Nbns => "NBSTAT",
        DnsTypes.A or DnsTypes.Ns or DnsTypes.Cname or DnsTypes.Soa or DnsTypes.Ptr or DnsTypes.Mx or DnsTypes.Txt or DnsTypes.Aaaa or DnsTypes.Nb
            or DnsTypes.Srv or 35 or 43 or DnsTypes.Nsec or 48 or DnsTypes.Svcb or DnsTypes.Https or DnsTypes.Any or DnsTypes.Caa => DnsTypes.Name(type),
        _ => $"TYPE{type}",
    };
}
