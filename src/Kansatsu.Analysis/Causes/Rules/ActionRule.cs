using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>The operator declared it: the strongest evidence there is.</summary>
sealed class ActionRule : CauseRule
{
    public override bool NeedsHome => true;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        var actions = context.Ties.Actions;
        if (actions.IsEmpty || !context.HomeBegan(flow)) return false;
        if (flow.Application == LayerKind.Dns) return ExplainLookup(flow, context, ref verdict);
        var byName = actions.FindFor(flow);
        if ((byName ?? OtherOf(flow, context)) is not { } action) return false;
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

    /// <summary>The action of five-tuples or programs.</summary>
    static DeclaredAction? OtherOf(in Flow flow, in CauseContext context) =>
        context.Ties.Actions.Find(flow, context.Ties.Programs.Of(flow) ?? context.Ties.Programs.Near(flow, out _), context.Ties.EntryOf(flow) is not null);

    static bool ExplainLookup(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        var lookups = context.Ties.Lookups;
        var steps = 0;
        for (var at = flow.Content; at != 0 && steps < ResolverRule.MaxSteps; at = lookups[at - 1].PreviousOfFlow, steps++)
        {
            ref readonly var lookup = ref lookups[at - 1];
            var when = lookup.AskedFrame == 0 ? lookup.Answered : lookup.Asked;
            var followed = context.Ties.NeededBy(lookup);
            var action = context.Ties.Actions.Find(lookup.Name, when, lookup.Device) ?? (followed < 0 ? null : OtherOf(context.FlowAt(followed), context));
            if (action is null) continue;
            // The conversation that followed may be another program's, by its greeting: then so is the lookup.
            if (followed >= 0 && action.Names.Count > 0 && context.Ties.Actions.FindFor(context.FlowAt(followed)) is null) continue;
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
