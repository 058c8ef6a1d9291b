using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu causes --labels`: how often the causes are right, where somebody knows the truth.</summary>
static class LabelsView
{
    const int MistakesShown = 12;
    const int CountWidth = 8;
    const int KindWidth = 18;

    public static int Write(Observation observation, Labels labels, Request request, Terminal terminal)
    {
        var score = new LabelScore(observation.Observer, labels.All);
        if (request.Json) WriteJson(score, observation.Observer, request, terminal);
        else WriteText(score, observation.Observer, request, terminal);
        return observation.Report();
    }

    static void WriteText(LabelScore score, Observer observer, Request request, Terminal terminal)
    {
        using var page = new Page(terminal.Output, request.Color);
        page.Line(request.Say(
            $"labels {Quantity.Count(score.Labels)}, of which {Quantity.Count(score.Found)} found their flow; flows {Quantity.Count(observer.Flows.Count)}",
            $"ラベル {Quantity.Count(score.Labels)} 件、うちフローが見つかったもの {Quantity.Count(score.Found)} 件。フロー {Quantity.Count(observer.Flows.Count)} 件"));
        if (score.Found == 0) return;
        WriteShares(page, score, observer, request);
        WriteKinds(page, score, request);
        WriteMatrix(page, score, request);
        WriteMistakes(page, score, request);
    }

    static void WriteShares(Page page, LabelScore score, Observer observer, Request request)
    {
        Line(request.Say("right kind", "種類が正しい"), score.Right, score.Found);
        if (score.Programs > 0) Line(request.Say("right program (own-software)", "プログラムが正しい(own-software)"), score.ProgramsRight, score.Programs);
        Line(request.Say("unexplained, of labels", "説明できない(ラベル)"), score.Unexplained, score.Found);
        Line(request.Say("unexplained, of all flows", "説明できない(全フロー)"), score.UnexplainedFlows, observer.Flows.Count);

        void Line(string what, long part, long whole) =>
            page.Text("  ").Pad(what, 34).Text(DisplayWidth.PadLeft(Quantity.Share(Quantity.Ratio(part, whole)), CountWidth)).Line($"   {Quantity.Count(part)} / {Quantity.Count(whole)}");
    }

    static void WriteKinds(Page page, LabelScore score, Request request)
    {
        page.Line();
        page.Heading("  " + DisplayWidth.PadRight(request.Say("kind", "種類"), KindWidth) + DisplayWidth.PadLeft(request.Say("labels", "ラベル"), CountWidth)
            + DisplayWidth.PadLeft(request.Say("recall", "再現率"), 10) + DisplayWidth.PadLeft(request.Say("precision", "適合率"), 11));
        foreach (var kind in score.Kinds)
        {
            page.Text("  ").Pad(CauseNames.Of(kind), KindWidth, CauseWords.StyleOf(kind)).Text(DisplayWidth.PadLeft(Quantity.Count(score.OfLabel(kind)), CountWidth));
            page.Text(DisplayWidth.PadLeft(ShareOf(score.Count(kind, kind), score.OfLabel(kind)), 10)).Line(DisplayWidth.PadLeft(ShareOf(score.Count(kind, kind), score.OfVerdict(kind)), 11));
        }
    }

    /// <summary>Nothing of nothing is no share.</summary>
    static string ShareOf(long part, long whole) => whole == 0 ? "-" : Quantity.Share(Quantity.Ratio(part, whole));

    /// <summary>A row for each kind as labelled, a column for each kind as found; letters stand for the kinds.</summary>
    static void WriteMatrix(Page page, LabelScore score, Request request)
    {
        var kinds = score.Kinds.ToArray();
        page.Line();
        page.Heading("  " + DisplayWidth.PadRight(request.Say("label ↓   found →", "ラベル ↓   推定 →"), KindWidth + 2) + string.Concat(kinds.Select((_, i) => DisplayWidth.PadLeft(Letter(i), CountWidth))));
        for (var row = 0; row < kinds.Length; row++)
        {
            page.Text("  ").Text(Letter(row)).Text(" ").Pad(CauseNames.Of(kinds[row]), KindWidth);
            for (var column = 0; column < kinds.Length; column++)
            {
                var count = score.Count(kinds[row], kinds[column]);
                page.Text(DisplayWidth.PadLeft(count == 0 ? "." : Quantity.Count(count), CountWidth), count == 0 ? Style.Dim : row == column ? Style.Good : Style.Notice);
            }

            page.Line();
        }
    }

    static string Letter(int index) => ((char)('a' + index)).ToString();

    static void WriteMistakes(Page page, LabelScore score, Request request)
    {
        var mistakes = score.Mistakes.ToList();
        if (mistakes.Count == 0) return;
        var most = (int)Math.Min(request.Limit ?? MistakesShown, int.MaxValue);
        page.Line();
        page.Heading(request.Say("wrong, the largest groups first", "誤り、多いものから"));
        foreach (var mistake in mistakes.Take(most))
        {
            page.Text(DisplayWidth.PadLeft(Quantity.Count(mistake.Count), CountWidth), Style.Notice).Text("  ");
            page.Text(Who(mistake.Label, mistake.Program)).Text(" → ").Text(Who(mistake.Found, mistake.FoundProgram)).Text("   ");
            page.Line(request.Say($"e.g. {mistake.Flow}", $"例 {mistake.Flow}") + (mistake.Name is { } name ? " " + NameText.Escape(name) : ""));
            if (mistake.Detail.Length > 0) page.Text("          ").Text(DisplayWidth.Cut(FlowFacts.Detail(mistake.Detail, request), 92), Style.Dim).Line();
        }

        if (mistakes.Count > most) page.Text(request.Say($"  … and {mistakes.Count - most} more groups; --json lists all", $"  …ほか {mistakes.Count - most} 種類。--json で全て"), Style.Dim).Line();
    }

    static string Who(CauseKind kind, string? program) => CauseNames.Of(kind) + (program is null ? "" : $" ({WireText.Escape(program)})");

    static void WriteJson(LabelScore score, Observer observer, Request request, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        var json = lines.Begin();
        json.WriteNumber("labels", score.Labels);
        json.WriteNumber("found", score.Found);
        json.WriteNumber("right", score.Right);
        json.WriteNumber("unexplained", score.Unexplained);
        json.WriteNumber("flows", observer.Flows.Count);
        json.WriteNumber("unexplained_flows", score.UnexplainedFlows);
        json.Pair("programs", score.ProgramsRight, score.Programs);
        WriteKinds(json, score);
        WriteMatrix(json, score);
        WriteMistakes(json, score.Mistakes.Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue)));
        lines.End();
        lines.Flush();
    }

    static void WriteKinds(Utf8JsonWriter json, LabelScore score)
    {
        json.WriteStartArray("kinds");
        foreach (var kind in score.Kinds)
        {
            json.WriteStartObject();
            json.WriteString("kind", CauseNames.Of(kind));
            json.WriteNumber("labels", score.OfLabel(kind));
            json.WriteNumber("found", score.OfVerdict(kind));
            if (score.OfLabel(kind) > 0) json.WriteNumber("recall", Math.Round(Quantity.Ratio(score.Count(kind, kind), score.OfLabel(kind)), 6));
            if (score.OfVerdict(kind) > 0) json.WriteNumber("precision", Math.Round(Quantity.Ratio(score.Count(kind, kind), score.OfVerdict(kind)), 6));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteMatrix(Utf8JsonWriter json, LabelScore score)
    {
        json.WriteStartArray("matrix");
        foreach (var label in score.Kinds)
        {
            foreach (var found in score.Kinds)
            {
                if (score.Count(label, found) == 0) continue;
                json.WriteStartObject();
                json.WriteString("label", CauseNames.Of(label));
                json.WriteString("found", CauseNames.Of(found));
                json.WriteNumber("count", score.Count(label, found));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    static void WriteMistakes(Utf8JsonWriter json, IEnumerable<Mistake> mistakes)
    {
        json.WriteStartArray("wrong");
        foreach (var mistake in mistakes)
        {
            json.WriteStartObject();
            json.WriteNumber("count", mistake.Count);
            json.WriteString("label", CauseNames.Of(mistake.Label));
            json.WriteString("found", CauseNames.Of(mistake.Found));
            if (mistake.Program is { } program) json.Wire("program", program);
            if (mistake.FoundProgram is { } found) json.Wire("found_program", found);
            if (mistake.Detail.Length > 0) json.Wire("detail", mistake.Detail);
            if (mistake.Name is { } name) json.Name("name", name);
            json.WriteString("flow", mistake.Flow);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
