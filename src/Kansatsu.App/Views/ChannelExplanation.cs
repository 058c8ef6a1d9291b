using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>Why a multicast stream is here: what it is, who asked for it, how its beat is known, what changed, and the causes of the flows that carry it.</summary>
static class ChannelExplanation
{
    public static void Write(ChannelSeen channel, Observation observation, Request request, Terminal terminal)
    {
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            ChannelJson.Write(lines.Begin(), channel, observation);
            lines.End();
            lines.Flush();
            return;
        }

        var observer = observation.Observer;
        Evidence[] facts = [.. Facts(channel, observer, request)];
        var frames = FrameLines.Of(request, facts.SelectMany(fact => fact.Packets));
        using var page = new Page(terminal.Output, request.Color);
        ChannelsView.Write(page, channel, request);
        page.Line();
        page.Heading(request.Say("Why is it here?", "なぜ来たのか"));
        foreach (var (cause, flows) in Causes(channel, observer))
            page.Text("  ").Text(CauseNames.Of(cause.Kind), CauseWords.StyleOf(cause.Kind)).Text(": ")
                .Line((cause.Detail.Length > 0 ? FlowFacts.Detail(cause.Detail, request) : CauseWords.Of(cause.Kind).In(request.Language)) + (flows > 1 ? request.Say($" ({flows} flows)", $"({flows} フロー)") : ""));
        page.Line();
        page.Heading(request.Say("Because", "根拠"));
        EvidenceText.Write(page, facts, frames);
        FindingExplanation.WriteList(page, request.Say("Findings about it", "これについての発見"), observer.Findings.All.Where(f => IsAbout(f, channel)), request);
    }

    static IEnumerable<(Cause Cause, int Flows)> Causes(ChannelSeen channel, Observer observer) => FlowFacts.InOrder(observer.Flows)
        .Where(i => observer.Flows[i] is var flow && flow.Responder == channel.Group && flow.Initiator == channel.Source && flow.ResponderPort == channel.Port)
        .Select(i => observer.Causes.Explain(observer.Flows[i]))
        .GroupBy(cause => (cause.Kind, cause.Detail)).Select(group => (group.First(), group.Count()));

    static IEnumerable<Evidence> Facts(ChannelSeen channel, Observer observer, Request request)
    {
        var clock = request.Clock;
        yield return new Evidence("first", request.Say($"heard since {clock.DateAndTime(channel.First)}, {channel.Packets} packets", $"{clock.DateAndTime(channel.First)} から {channel.Packets} パケット"),
            channel.FirstFrame == channel.LastFrame ? [channel.FirstFrame] : [channel.FirstFrame, channel.LastFrame]);
        var group = observer.Groups.All.FirstOrDefault(g => g.Group == channel.Group && g.Interface == channel.Interface);
        yield return new Evidence("membership", ChannelWords.Membership(channel, request), group is { Reports: > 0 } ? [group.Frame] : []);
        var rhythm = ChannelWords.Rhythm(channel, request);
        if (rhythm.Length > 0)
            yield return new Evidence("beat", request.Say($"{rhythm}; off the beat by {Quantity.Duration(channel.Jitter)} in the mean", $"{rhythm}。ずれは平均 {Quantity.Duration(channel.Jitter, request.Language)}"), []);
        if (channel.LossBy is { } by)
            yield return new Evidence("loss", request.Say($"{channel.Missing} of {channel.Expected} packets missing, {channel.Duplicates} came twice (known by {by})", $"{channel.Expected} パケット中 {channel.Missing} が欠け、{channel.Duplicates} が重複({by} による)"), []);
        if (channel.Pause.Times > 0)
            yield return new Evidence("silence", request.Say($"silent {channel.Pause.Times} times, last from {clock.DateAndTime(channel.Pause.From)} to {clock.DateAndTime(channel.Pause.To)}", $"{channel.Pause.Times} 回途絶えた。最後は {clock.DateAndTime(channel.Pause.From)} から {clock.DateAndTime(channel.Pause.To)}"),
                [channel.Pause.LastFrame, channel.Pause.Frame]);
        foreach (var change in channel.Changes)
            yield return new Evidence("change", $"{ChangeNames.Of(change.Trait)}: {ChangeNames.Value(change.Trait, change.From)} → {ChangeNames.Value(change.Trait, change.To)}", [change.Frame]);
        if (channel.IsStopped) yield return new Evidence("stopped", request.Say($"nothing since {clock.DateAndTime(channel.Last)}", $"{clock.DateAndTime(channel.Last)} 以後は来ない"), [channel.LastFrame]);
    }

    /// <summary>Findings name a stream by its ends, or by group and port.</summary>
    static bool IsAbout(Finding finding, ChannelSeen channel)
    {
        if (!finding.Name.StartsWith("channel-", StringComparison.Ordinal)) return false;
        var ends = $"{channel.Source} > {channel.Group}";
        return finding.Subject == ends || finding.Subject == $"{ends} port {channel.Port}" || finding.Subject == $"{channel.Group} port {channel.Port}";
    }
}
