using Kansatsu.App.Diary;

namespace Kansatsu.App.Reporting.Sections;

/// <summary>The diary of the days that the report is about.</summary>
static class DiarySection
{
    public static void Write(Sheet sheet)
    {
        if (sheet.Facts.Diary.Count == 0) return;
        var (html, language) = (sheet.Html, sheet.Request.Language);
        sheet.Begin("diary", sheet.Say("Diary", "観察日記"));
        foreach (var day in sheet.Facts.Diary)
        {
            html.Element("h3", day.Title(language)).Open("ul", ("class", "diary"));
            foreach (var entry in day.Entries)
            {
                html.Open("li");
                if (entry.Kind != DiaryKind.Usual) html.Element("span", DiaryWords.Of(entry.Kind).In(language), ("class", entry.Kind == DiaryKind.Broke ? "tag bad" : "tag"));
                html.Text(" " + DiaryDocument.Says(entry, language)).Close();
            }

            html.Close();
        }

        sheet.End();
    }
}
