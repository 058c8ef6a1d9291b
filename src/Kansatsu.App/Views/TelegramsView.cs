using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu telegrams`: Earthquake Early Warning telegrams by event, and the streams that carried them.</summary>
static class TelegramsView
{
    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return StoredView.Documents(request, terminal, DocumentKinds.Telegram);
        using var observation = Observation.Of(request, terminal);
        var table = observation.Observer.Telegrams;
        var most = (int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue);
        if (request.Json) WriteJson(table, most, terminal);
        else WriteText(table, most, request, terminal);
        return observation.Report();
    }

    static void WriteJson(TelegramTable table, int most, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        var states = new Dictionary<EewReport, EewState>();
        foreach (var @event in table.Events())
            foreach (var report in @event.Reports) states[report] = @event.State;
        foreach (var report in table.Judge().Take(most))
        {
            TelegramJson.Write(lines.Begin(), report, states.TryGetValue(report, out var state) ? state : null);
            lines.End();
        }

        lines.Flush();
    }

    static void WriteText(TelegramTable table, int most, Request request, Terminal terminal)
    {
        using var page = new Page(terminal.Output, request.Color);
        var text = new TelegramText(page, request);
        var (told, gap) = (0, false);
        foreach (var @event in table.Events())
        {
            foreach (var report in @event.Reports)
            {
                if (told++ >= most) break;
                Write(report, @event.State);
            }
        }

        // What belongs to no event: repetitions, and packets whose telegram cannot be read.
        foreach (var report in table.Judge().Where(r => r.Telegram is null || r.ReplayOf is not null))
        {
            if (told++ >= most) break;
            Write(report, null);
        }

        foreach (var stream in table.Streams)
        {
            if (gap) page.Line();
            gap = false;
            WriteStream(stream, page, request);
        }

        if (table.Streams.Count == 0 && !request.Quiet) page.Line(request.Say("no telegram, and no stream that could carry one", "電文も、それを運ぶ流れもない"));

        void Write(EewReport report, EewState? state)
        {
            if (gap) page.Line();
            gap = true;
            WriteArrival(report, page, request);
            text.Write(report, state);
        }
    }

    /// <summary>When and how it came, and its id.</summary>
    public static void WriteArrival(EewReport report, Page page, Request request) => page.Text(request.Clock.DateAndTime(report.First))
        .Text($"  {report.Stream!.Source} → {report.Stream.Group} : {report.Stream.Port}  ×{report.Copies}  #{string.Join(" #", report.Frames)}").Text("  ").Text(report.Id ?? "", Style.Dim).Line();

    /// <summary>A stream that can carry telegrams: its keep-alives, and what is to be thought of it.</summary>
    public static void WriteStream(EewStream stream, Page page, Request request)
    {
        var objections = EewJudge.ObjectionsTo(stream);
        var verdict = EewReasonNames.VerdictOf(objections);
        page.Text(request.Say("stream ", "ストリーム "), Style.Bold).Text($"{stream.Source} → {stream.Group} : {stream.Port}  ");
        page.Line(request.Say($"{stream.KeepAlives} keep-alives{Rhythm(stream)}, telegrams: {stream.Reports.Count}", $"キープアライブ {stream.KeepAlives}{Rhythm(stream)}、電文 {stream.Reports.Count}"));
        page.Text("  ").Text(request.Say("verdict: ", "判定: ")).Text(EewWords.Of(verdict).In(request.Language), EewWords.StyleOf(verdict)).Line();
        foreach (var objection in objections) page.Text("  · ").Line(WireText.Escape($"{EewReasonNames.Of(objection.Reason)}: {request.Say(objection.Says.English, objection.Says.Japanese)}"));
    }

    static string Rhythm(EewStream stream) => stream is { Period: { } period, Burst: { } burst } ? FormattableString.Invariant($" ({burst} × {period:0.0} s)") : "";
}
