using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Home asks the DNS: housekeeping, tied to the conversation that needed the name.</summary>
sealed class ResolverRule : CauseRule
{
    /// <summary>Lookups of one flow that are looked at: forwarders ask thousands from one port.</summary>
    public const int MaxSteps = 16;

    public override bool NeedsHome => true;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (flow.Application != LayerKind.Dns || !context.HomeBegan(flow)) return false;
        if (!verdict.WantsWords) return verdict.Is(CauseKind.OwnHousekeeping, Confidence.Certain, "");
        var lookups = context.Ties.Lookups;
        var (steps, detail) = (0, "home asks the DNS");
        for (var at = flow.Content; at != 0 && steps < MaxSteps; at = lookups[at - 1].PreviousOfFlow, steps++)
        {
            ref readonly var lookup = ref lookups[at - 1];
            var need = Tell(lookup, context, ref verdict);
            if (steps == 0) detail = $"home looks up {context.NameText(lookup.Name)}" + (need is null ? "" : $", {need}");
        }

        if (steps == 0) verdict.Because("content", "DNS", flow.FirstFrame, flow.AnswerFrame);
        return verdict.Is(CauseKind.OwnHousekeeping, Confidence.Certain, detail);
    }

    /// <summary>Tells a lookup: what was asked, what came back, and which conversation needed it.</summary>
    /// <returns>What it was for, as far as that is known.</returns>
    public static string? Tell(in Lookup lookup, in CauseContext context, ref Verdict verdict)
    {
        verdict.Because("dns", $"asked for {DnsTypes.Name(lookup.Type)} of {context.NameText(lookup.Name)}{(lookup.Tries > 1 ? $", {lookup.Tries} times" : "")}; {AnswerWords(lookup, context)}",
            lookup.AskedFrame, lookup.AnsweredFrame);
        var flow = context.Ties.NeededBy(lookup);
        if (flow >= 0)
        {
            ref readonly var need = ref context.FlowAt(flow);
            verdict.Because("timing", $"flow {FlowId.Of(need)} to that name followed", need.FirstFrame);
        }

        return context.Ties.EntryOf(lookup.Name) is { } entry ? $"{entry.Programs[0]}: {entry.What}" : flow >= 0 ? "for the conversation that followed" : null;
    }

    /// <summary>What the DNS said: addresses, nothing, or an error.</summary>
    public static string AnswerWords(in Lookup lookup, in CauseContext context)
    {
        if (!lookup.IsAnswered) return "no answer was seen";
        if (lookup.Answers == 0) return lookup.ResponseCode switch { 0 => "there is none", 3 => "the name does not exist", var code => $"the server failed (code {code})" };
        var text = $"the answer is {context.Ties.Lookups.Answer(lookup.LastAnswer - 1).Address}";
        return lookup.Answers > 1 ? $"{text} and {lookup.Answers - 1} more" : text;
    }
}
