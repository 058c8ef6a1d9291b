using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>Earthquakes that telegrams told of: one plain line each.</summary>
sealed partial class ReadScreen
{
    const int EventsShown = 8;

    void WriteTelegrams()
    {
        var events = _observer.Telegrams.Events();
        if (events.Count == 0) return;
        Label(Say($"Earthquake telegrams, JST ({EewWords.Notice.English})", $"緊急地震速報の電文、日本時間({EewWords.Notice.Japanese})"));
        var text = new TelegramText(page, request);
        foreach (var e in events.Take(EventsShown))
        {
            var verdict = EewWords.Of(e.Verdict).In(request.Language);
            var end = $"  {EewWords.Of(e.State).In(request.Language)}, {verdict}";
            var what = text.Brief(e.Content.Telegram!, e.Standing, e.State);
            page.Text("  ").Text(DisplayWidth.Cut(WireText.Escape(what), TextWidth - 2 - DisplayWidth.Of(end))).Text(end, EewWords.StyleOf(e.Verdict)).Line();
        }

        More(events.Count - EventsShown);
    }
}
