using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Multicast data: did home ask for it, or does it arrive although nobody here asked?</summary>
sealed class ChannelRule : CauseRule
{
    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!flow.Responder.IsMulticast) return false;
        if (context.HomeBegan(flow))
        {
            verdict.Because("address", "home is the source", flow.FirstFrame);
            return verdict.Is(CauseKind.OwnUnknown, Confidence.Certain, "home sends to a group");
        }

        if (flow.IsIcmp) return ExplainIcmp(flow, ref verdict);
        if (GroupKinds.IsEverybodys(flow.Responder))
        {
            verdict.Because("address", "hosts listen to this group without reporting it", flow.FirstFrame);
            return verdict.Is(CauseKind.NeighborChatter, Confidence.Guess, "a neighbor speaks to all on the link");
        }

        return ExplainData(flow, context, ref verdict);
    }

    static bool ExplainIcmp(in Flow flow, ref Verdict verdict)
    {
        if (!FlowLetters.IsEcho(flow)) return false;
        verdict.Because("content", "an echo request to a group asks everybody at once", flow.FirstFrame);
        return verdict.Is(CauseKind.Scan, Confidence.Likely, "somebody looks which hosts are on the link");
    }

    static bool ExplainData(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        var group = context.Groups.Find(flow.Responder, flow.Zone - 1);
        if (group is null || group.Reports == 0)
        {
            verdict.Because("membership", "no membership report for the group was seen");
            verdict.Because("content", "its first packet", flow.FirstFrame);
            return verdict.Is(CauseKind.ChannelUnjoined, Confidence.Likely, "multicast data that nobody here was seen to ask for");
        }

        var homeReports = false;
        foreach (var reporter in group.Reporters) homeReports |= context.Home.Contains(reporter);
        if (verdict.WantsWords) verdict.Because("membership", $"{group.Reports} reports for the group, the first by {group.Reporters[0]}", group.ReportFrame);
        if (homeReports) return verdict.Is(CauseKind.ChannelJoined, Confidence.Certain, "multicast data that home asked for");
        return context.Home.IsKnown
            ? verdict.Is(CauseKind.ChannelUnjoined, Confidence.Likely, "multicast data that a neighbor asked for and home did not")
            : verdict.Is(CauseKind.ChannelJoined, Confidence.Guess, "multicast data that somebody here asked for");
    }
}
