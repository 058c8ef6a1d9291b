using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu explain ID FILE…`: the chain from packets to verdict, of a flow, a channel, a telegram or a finding.</summary>
static class ExplainView
{
    /// <summary>Fewer characters of an id than these would fit too many.</summary>
    const int ShortestId = 4;

    const string WhereIdsAre = "`kansatsu flows`, `channels`, `telegrams` and `findings` show the ids";

    public static int Run(Request request, Terminal terminal)
    {
        var id = request.Files[0].ToLowerInvariant();
        if (request is { Files.Count: 1, Store: not null } && id.Length >= ShortestId)
            return StoredExplanation.Write(id, request, terminal) ?? Complain(terminal, $"nothing that is kept has the id '{WireText.Escape(id)}'; a flow needs its whole id; {WhereIdsAre}");
        if (request.Files.Count < 2 || id.Length < ShortestId)
            return Complain(terminal, $"explain needs an id and a capture file, or --store: kansatsu explain 2gy4m7q0v1w3x x.pcap; {WhereIdsAre}");
        request = request with { Files = [.. request.Files.Skip(1)] };
        using var observation = Observation.Of(request, terminal);
        var explanations = Matching(id, observation, request, terminal).Take(2).ToList();
        if (explanations.Count > 1) return Complain(terminal, $"'{WireText.Escape(id)}' fits more than one; give more of the id");
        if (explanations.Count == 1) explanations[0]();
        var report = observation.Report();
        if (explanations.Count == 1 || report != ExitCode.Done) return report;
        return Complain(terminal, $"nothing here has the id '{WireText.Escape(id)}'; {WhereIdsAre}");
    }

    /// <summary>Everything whose id begins so, each ready to be told.</summary>
    static IEnumerable<Action> Matching(string id, Observation observation, Request request, Terminal terminal)
    {
        var observer = observation.Observer;
        foreach (var index in FlowFacts.InOrder(observer.Flows))
            if (Fits(FlowId.Of(observer.Flows[index]))) yield return () => FlowExplanation.Write(observation, index, request, terminal);
        foreach (var finding in observer.Findings.All)
            if (Fits(finding.Id)) yield return () => FindingExplanation.Write(finding, request, terminal);
        foreach (var channel in new ChannelSights(observer).All)
            if (Fits(channel.Id)) yield return () => ChannelExplanation.Write(channel, observation, request, terminal);
        foreach (var report in observer.Telegrams.Judge())
            if (report.Id is { } known && Fits(known)) yield return () => TelegramExplanation.Write(report, observation, request, terminal);

        bool Fits(string known) => known.StartsWith(id, StringComparison.Ordinal);
    }

    static int Complain(Terminal terminal, string what)
    {
        terminal.Error.WriteLine("kansatsu: " + what);
        return ExitCode.Usage;
    }
}
