using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Tells how a flow came to its address: which lookup, which answer, and since when the name has had an IPv6 address at all.</summary>
static class LookupWords
{
    /// <summary>Lookups of one name that are looked through.</summary>
    const int MaxSteps = 4096;

    public static void Tell(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        var lookups = context.Ties.Lookups;
        var index = context.Ties.LookupOf(flow);
        if (index < 0) return;
        ref readonly var lookup = ref lookups[index];
        verdict.Because("dns", $"the host asked for {DnsTypes.Name(lookup.Type)} of {context.NameText(lookup.Name)} and was told {flow.Responder}", lookup.AskedFrame, lookup.AnsweredFrame);
        if (flow.Family != 6) return;
        var (empty, first) = FirstAaaa(lookups, lookup.Name);
        if (first < 0) return;
        ref readonly var appeared = ref lookups[first];
        if (empty >= 0) verdict.Because("dns", "before, the DNS had no AAAA for this name", lookups[empty].AnsweredFrame);
        verdict.Because("dns", empty >= 0 ? "then it answered AAAA for the first time, and so the conversation moved to IPv6" : "the first AAAA answer for this name that was seen", appeared.AnsweredFrame);
    }

    /// <summary>The first lookup that gave a name IPv6 addresses, and the last one before it that gave none.</summary>
    /// <returns>Indexes, or -1.</returns>
    public static (int Empty, int First) FirstAaaa(LookupTable lookups, int name)
    {
        var (empty, first, steps) = (-1, -1, 0);
        for (var at = lookups.NewestOf(name); at != 0 && steps < MaxSteps; at = lookups[at - 1].PreviousOfName, steps++)
        {
            ref readonly var lookup = ref lookups[at - 1];
            if (lookup.Type != DnsTypes.Aaaa || !lookup.IsAnswered) continue;
            if (lookup.Answers > 0) (first, empty) = (at - 1, -1);
            else if (lookup.IsEmpty && first >= 0 && empty < 0) empty = at - 1;
        }

        return (empty, first);
    }
}
