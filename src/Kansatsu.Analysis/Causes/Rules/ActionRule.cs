using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>The operator declared it: the strongest evidence there is.</summary>
sealed class ActionRule : CauseRule
{
    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        var actions = context.Ties.Actions;
        if (actions.IsEmpty || !context.HomeBegan(flow)) return false;
        if (flow.Application == LayerKind.Dns) return ExplainLookup(flow, context, ref verdict);
        var byName = actions.FindFor(flow);
        if ((byName ?? actions.Find(flow, context.Ties.Programs.Of(flow))) is not { } action) return false;
        if (verdict.WantsWords)
        {
            verdict.By(action.Process is { } process ? Programs.OfProcess(process) : context.Ties.Programs.Of(flow), null);
            verdict.Because("journal", byName is not null
                ? $"line {action.Line} of the journal declares \"{action.What}\" for {context.NameText(flow.NameId)} at this time"
                : $"line {action.Line} of the journal declares \"{action.What}\" for this conversation", flow.FirstFrame);
            RetryWords.Tell(flow, context, ref verdict);
            LookupWords.Tell(flow, context, ref verdict);
        }

        return verdict.Is(CauseKind.OwnAction, Confidence.Certain, action.What);
    }

    static bool ExplainLookup(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        var lookups = context.Ties.Lookups;
        var steps = 0;
        for (var at = flow.Content; at != 0 && steps < ResolverRule.MaxSteps; at = lookups[at - 1].PreviousOfFlow, steps++)
        {
            ref readonly var lookup = ref lookups[at - 1];
            var when = lookup.AskedFrame == 0 ? lookup.Answered : lookup.Asked;
            if (context.Ties.Actions.Find(lookup.Name, when, lookup.Device) is not { } action) continue;
            // The conversation that followed may be another program's, by its greeting: then so is the lookup.
            if (context.Ties.NeededBy(lookup) is >= 0 and var need && context.Ties.Actions.FindFor(context.FlowAt(need)) is null) continue;
            if (verdict.WantsWords)
            {
                verdict.By(action.Process is { } process ? Programs.OfProcess(process) : null, null);
                verdict.Because("journal", $"line {action.Line} of the journal declares \"{action.What}\", which needs {context.NameText(lookup.Name)}", lookup.AskedFrame);
                ResolverRule.Tell(lookup, context, ref verdict);
            }

            return verdict.Is(CauseKind.OwnAction, Confidence.Certain, verdict.WantsWords ? $"lookup of {context.NameText(lookup.Name)} for: {action.What}" : action.What);
        }

        return false;
    }
}
