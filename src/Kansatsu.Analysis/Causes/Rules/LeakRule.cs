using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Addresses that must not be met on this link: groups as sources, and places that nobody out there can have.</summary>
sealed class LeakRule : CauseRule
{
    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (flow.Initiator.IsGroup || (flow.IsToGroup && flow.PacketsBack > 0))
        {
            verdict.Because("address", "a group was the source of a packet, and a group never sends", flow.PacketsBack > 0 ? flow.AnswerFrame : flow.FirstFrame);
            return verdict.Is(CauseKind.Leak, Confidence.Certain, "a multicast or broadcast address as source");
        }

        if (flow.IsToGroup || flow.Initiator.IsUnspecified) return false;
        if (flow.Initiator.IsLoopback != flow.Responder.IsLoopback)
        {
            verdict.Because("address", "a loopback address never leaves its host", flow.FirstFrame);
            return verdict.Is(CauseKind.Leak, Confidence.Certain, "a loopback address on the wire");
        }

        if (context.FromHome == context.ToHome && context.Home.IsKnown) return false;
        var from = SpecialAddresses.KindOf(flow.Initiator);
        if (!context.Home.IsKnown) return IsNobodys(flow, from, ref verdict);
        var to = SpecialAddresses.KindOf(flow.Responder);
        var away = context.FromHome ? flow.Responder : flow.Initiator;
        return context.FromHome ? IsImpossible(flow, from, to, away, ref verdict) : IsImpossible(flow, to, from, away, ref verdict);
    }

    /// <summary>A place for local use may be a neighbor's, as long as somebody answers: then it is reachable from here.</summary>
    static bool IsImpossible(in Flow flow, AddressKind home, AddressKind away, Ipv6Address address, ref Verdict verdict)
    {
        var isBogon = SpecialAddresses.IsBogon(away) && !SpecialAddresses.IsBogon(home) && (away != AddressKind.Unallocated || !flow.IsAnswered);
        var isLocalUse = SpecialAddresses.IsLocalUse(away) && !SpecialAddresses.IsLocalUse(home) && away != AddressKind.LinkLocal;
        if (isBogon || (isLocalUse && !flow.IsAnswered))
        {
            if (verdict.WantsWords) verdict.Because("address", $"the far end lies in a block for {Words(away)}, home does not", flow.FirstFrame);
            return verdict.Is(CauseKind.Leak, Confidence.Likely, isBogon ? "an address that nobody may use out there" : "an address for local use beyond its site");
        }

        return !flow.IsAnswered && IsTunnelRemains(flow, away, address, ref verdict);
    }

    /// <summary>
    /// 6to4 and Teredo build the IPv4 address of a router or host into IPv6 addresses; one that cannot be reached makes the IPv6 address unreachable
    /// (RFC 3964 §5.3.1, RFC 4380 §5.2.4).
    /// </summary>
    static bool IsTunnelRemains(in Flow flow, AddressKind away, Ipv6Address address, ref Verdict verdict)
    {
        if (away is not (AddressKind.SixToFour or AddressKind.Teredo)) return false;
        var embedded = away == AddressKind.SixToFour ? (uint)(address.High >> 16) : ~(uint)address.Low;
        var kind = SpecialAddresses.KindOf(Ipv6Address.FromIpv4(embedded));
        if (!SpecialAddresses.IsBogon(kind) && !SpecialAddresses.IsLocalUse(kind) && kind is not (AddressKind.Multicast or AddressKind.Broadcast or AddressKind.Unspecified))
            return false;
        if (verdict.WantsWords) verdict.Because("address", $"the IPv4 address in it, {Ipv6Address.FromIpv4(embedded)}, is none that can be reached", flow.FirstFrame);
        return verdict.Is(CauseKind.Leak, Confidence.Likely, away == AddressKind.SixToFour
            ? "remains of 6to4: an address made from an IPv4 address that is not public" : "remains of Teredo: an address made from an IPv4 address that is not public");
    }

    /// <summary>Where home is not known, only a source that is nobody's says enough.</summary>
    static bool IsNobodys(in Flow flow, AddressKind from, ref Verdict verdict)
    {
        if (flow.IsAnswered || from is not (AddressKind.Reserved or AddressKind.Unallocated or AddressKind.DiscardOnly)) return false;
        if (verdict.WantsWords) verdict.Because("address", $"the source lies in a block for {Words(from)}", flow.FirstFrame);
        return verdict.Is(CauseKind.Leak, Confidence.Likely, "a source address that nobody has: it is forged or wrongly set");
    }

    static string Words(AddressKind kind) => kind switch
    {
        AddressKind.Private => "private use (RFC 1918)",
        AddressKind.Shared => "carriers' NAT (RFC 6598)",
        AddressKind.UniqueLocal => "local use (RFC 4193)",
        AddressKind.SiteLocal => "site-local use (RFC 3879)",
        AddressKind.Documentation => "documentation",
        AddressKind.Benchmarking => "benchmarks",
        AddressKind.SixBone => "the former 6bone (RFC 3701)",
        AddressKind.Unallocated => $"nobody yet (IANA's table of {SpecialAddresses.UnicastAsOf})",
        AddressKind.Reserved => "no host",
        _ => "special use",
    };
}
