using System.Globalization;
using System.Text;
using Kansatsu.App.Diary;
using Kansatsu.App.Keeping;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu diary [DAY] [FILE…]`: the observation diary.</summary>
static class DiaryView
{
    const int TextWidth = 100;
    const int DaysOfWeek = 7;

    public static int Run(Request request, Terminal terminal)
    {
        var word = request.Files.Count > 0 && !File.Exists(request.Files[0]) && TryDay(request.Files[0], out _) ? request.Files[0] : null;
        if (word is not null) request = request with { Files = [.. request.Files.Skip(1)] };
        if (request.Files.Count == 0 && request.Store is null) request = request with { Store = StorePlace.Usual(terminal) };
        using var kept = ThrowAwayStore.For(request with { Quiet = true }, terminal);
        var reader = new DayReader(kept.Store.Queries, request.Clock, Novelties.Of(kept.Store.Queries, request.Clock));
        if (reader.Days.Count == 0) return Complain(terminal, "there is nothing to tell: the store is empty; fill it with kansatsu read FILE --store");
        var wanted = Wanted(word, request, reader.Days);
        var days = wanted.Select(day => reader.Read(day) is { } facts ? new DiaryDay(day, DiaryWriter.Write(facts, request.Clock)) : null).OfType<DiaryDay>().ToList();
        if (days.Count == 0)
            return Complain(terminal, $"nothing was seen on {wanted[0]:yyyy-MM-dd}; days with traffic: {Lists.Join([.. reader.Days.Reverse().Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))], 8)}");
        Write(days, request, terminal);
        return kept.Code;
    }

    static List<DateOnly> Wanted(string? word, Request request, IReadOnlyList<DateOnly> known)
    {
        // Whoever names captures wants to read what they hold.
        if (word is null && request.Files.Count > 0 && !request.Week) return [.. known];
        var last = known[^1];
        if (word is not null) TryDay(word, out last);
        if (word is "today" or "yesterday") last = DateOnly.FromDateTime(request.Clock.ToLocal(Clock.ToTimestamp(DateTime.UtcNow))).AddDays(word == "today" ? 0 : -1);
        return request.Week ? [.. Enumerable.Range(1 - DaysOfWeek, DaysOfWeek).Select(last.AddDays)] : [last];
    }

    static bool TryDay(string word, out DateOnly day)
    {
        day = default;
        return word is "today" or "yesterday" || DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    static void Write(List<DiaryDay> days, Request request, Terminal terminal)
    {
        switch (request.Json ? DiaryForm.Json : request.Form)
        {
            case DiaryForm.Json:
                using (var lines = new JsonLines(terminal.Output))
                {
                    foreach (var day in days)
                    {
                        DiaryDocument.WriteJson(lines.Begin(), day, request.Language);
                        lines.End();
                    }

                    lines.Flush();
                }

                break;
            case DiaryForm.Markdown: terminal.Output.Write(Encoding.UTF8.GetBytes(DiaryDocument.Markdown(days, request.Language))); break;
            case DiaryForm.Html: terminal.Output.Write(Encoding.UTF8.GetBytes(DiaryDocument.Html(days, request.Language))); break;
            default: WriteText(days, request, terminal); break;
        }
    }

    static void WriteText(List<DiaryDay> days, Request request, Terminal terminal)
    {
        using var page = new Page(terminal.Output, request.Color);
        for (var i = 0; i < days.Count; i++)
        {
            if (i > 0) page.Line();
            page.Heading(days[i].Title(request.Language));
            foreach (var entry in days[i].Entries) WriteEntry(page, entry, request);
        }
    }

    static void WriteEntry(Page page, DiaryEntry entry, Request request)
    {
        var mark = DisplayWidth.PadRight(DiaryWords.Of(entry.Kind).In(request.Language), 12);
        foreach (var line in DisplayWidth.Wrap(DiaryDocument.Says(entry, request.Language), TextWidth - 14))
        {
            page.Text("  ").Text(mark, DiaryWords.StyleOf(entry.Kind)).Line(line);
            mark = new string(' ', 12);
        }

        var links = string.Join("  ", entry.Links.Where(l => l.Id.Length > 0).Select(l => $"{l.To} {WireText.Escape(l.Id)}"));
        if (links.Length > 0) page.Text(new string(' ', 14)).Text(DisplayWidth.Cut(links, TextWidth), Style.Dim).Line();
    }

    static int Complain(Terminal terminal, string what)
    {
        terminal.Error.WriteLine("kansatsu: " + what);
        return ExitCode.Incomplete;
    }
}
