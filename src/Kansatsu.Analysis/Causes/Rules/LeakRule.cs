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
        var from = SpecialAddresses.KindOf(flow.Initiator);
        var to = SpecialAddresses.KindOf(flow.Responder);
        if ((from == AddressKind.Loopback) != (to == AddressKind.Loopback))
        {
            verdict.Because("address", "a loopback address never leaves its host", flow.FirstFrame);
            return verdict.Is(CauseKind.Leak, Confidence.Certain, "a loopback address on the wire");
        }

        return context.FromHome != context.ToHome && IsImpossible(flow, context.FromHome ? from : to, context.FromHome ? to : from, ref verdict);
    }

    /// <summary>A place for local use may be a neighbor's, as long as somebody answers: then it is reachable from here.</summary>
    static bool IsImpossible(in Flow flow, AddressKind home, AddressKind away, ref Verdict verdict)
    {
        var isBogon = SpecialAddresses.IsBogon(away) && !SpecialAddresses.IsBogon(home);
        var isLocalUse = SpecialAddresses.IsLocalUse(away) && !SpecialAddresses.IsLocalUse(home) && away != AddressKind.LinkLocal;
        if (!isBogon && (!isLocalUse || flow.IsAnswered)) return false;
        if (verdict.WantsWords) verdict.Because("address", $"the far end lies in a block for {Words(away)}, home does not", flow.FirstFrame);
        return verdict.Is(CauseKind.Leak, Confidence.Likely, isBogon ? "an address that nobody may use out there" : "an address for local use beyond its site");
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
        AddressKind.Unallocated => "nobody yet",
        _ => "special use",
    };
}
