using Kansatsu.App.Text;
using Kansatsu.App.Views;
using Kansatsu.Store;

namespace Kansatsu.App.Reporting.Sections;

/// <summary>Which side was observed, and how that was concluded.</summary>
static class HomeSection
{
    public static void Write(Sheet sheet)
    {
        var homes = sheet.Facts.Sources.SelectMany(s => s.Health?.Home ?? []).Distinct().ToList();
        sheet.Begin("home", sheet.Say("Home: the observed side", "こちら(観測される側)"), homes.Count == 0 ? "" : sheet.Say("How it was inferred.", "どのように推定したか。"));
        if (homes.Count == 0) WriteDoubt(sheet);
        else WriteHomes(sheet, homes);
        sheet.End();
    }

    static void WriteHomes(Sheet sheet, List<SourceHome> homes)
    {
        sheet.BeginTable(sheet.Say("prefix", "プレフィックス"), sheet.Say("because", "理由"));
        foreach (var home in homes)
        {
            sheet.Html.Open("tr").Element("td", home.Prefix, ("class", "mono"));
            sheet.Cell(FlowFacts.Detail(home.Because, sheet.Request));
            sheet.Html.Close();
        }

        sheet.EndTable();
    }

    static void WriteDoubt(Sheet sheet)
    {
        var doubts = sheet.Facts.Reads.Select(r => r.Text("home_doubt")).Where(d => d.Length > 0).Distinct(StringComparer.Ordinal).Select(sheet.Request.DetailWords.Of);
        var said = string.Join(sheet.Request.Language == Language.Japanese ? "" : " ", doubts);
        sheet.Html.Element("p", said.Length > 0 ? said : sheet.Say("Nothing says which side is observed.", "どちらが観測される側かを示すものがない。"));
        sheet.Html.Element("p", sheet.Say("Name it with --home PREFIX: causes become surer.", "--home PREFIX で指定すると原因がより確かになる。"), ("class", "note"));
    }
}
