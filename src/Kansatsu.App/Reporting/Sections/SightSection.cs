using Kansatsu.App.Text;

namespace Kansatsu.App.Reporting.Sections;

/// <summary>What was not seen, or not in full: partial sight is told, not hidden; and what broke a rule.</summary>
static class SightSection
{
    const int AnomaliesShown = 12;

    public static void Write(Sheet sheet)
    {
        var parts = Parts(sheet);
        sheet.Begin("sight", sheet.Say("What was not seen", "見えなかったもの"));
        if (parts.Count == 0) sheet.Html.Element("p", sheet.Say("Every frame was read in full, and no table was full.", "全てのフレームを最後まで読み、どの表も一杯にならなかった。"));
        else
        {
            sheet.BeginTable(sheet.Say("what", "内容"), sheet.Say("#how often", "#回数"));
            foreach (var (what, count) in parts)
            {
                sheet.Html.Open("tr");
                sheet.Cell(what);
                sheet.NumberCell(count == 0 ? "" : Quantity.Count(count));
                sheet.Html.Close();
            }

            sheet.EndTable();
        }

        WriteAnomalies(sheet);
        sheet.Html.Element("p", sheet.Say(
            "A capture shows one place of the network: what went another way, or came before and after, is not in it. Contents that are encrypted were not read.",
            "キャプチャはネットワークの 1 か所を示すだけで、別の経路や前後の時間の通信は含まない。暗号化された中身は読んでいない。"), ("class", "note"));
        sheet.End();
    }

    static List<(string What, long Count)> Parts(Sheet sheet)
    {
        var parts = new List<(string, long)>();
        foreach (var source in sheet.Facts.Sources)
        {
            if (source.Health?.Problem is { } problem) parts.Add((problem, 0));
            if (!source.IsComplete) parts.Add((sheet.Say($"{source.Name}: reading was interrupted", $"{source.Name}: 読み込みが中断された"), 0));
        }

        Stop("cut-by-capture", "frames were cut short by the capture", "キャプチャで切られたフレーム");
        Stop("truncated", "frames are shorter than they claim", "記載より短いフレーム");
        Stop("malformed", "frames are malformed", "形式に反するフレーム");
        Stop("unsupported", "frames hold something that is not read here", "中身が未対応のフレーム");
        Stop("limit-reached", "frames go beyond a limit of this program", "この道具の限度を超えたフレーム");
        foreach (var refused in sheet.Facts.Sources.SelectMany(s => s.Health?.Refused ?? new Dictionary<string, long>(StringComparer.Ordinal)).GroupBy(r => r.Key, StringComparer.Ordinal))
            parts.Add((sheet.Say($"refused by a full table: {refused.Key}", $"表が一杯で残せなかったもの: {refused.Key}"), refused.Sum(r => r.Value)));
        return parts;

        void Stop(string name, string english, string japanese)
        {
            var count = sheet.Facts.Reads.Sum(r => r.Part("stops")?.Whole(name) ?? 0);
            if (count > 0) parts.Add((sheet.Say(english, japanese), count));
        }
    }

    static void WriteAnomalies(Sheet sheet)
    {
        var all = sheet.Facts.Anomalies.GroupBy(a => a.Text("name"), StringComparer.Ordinal).Select(g => (Name: g.Key, Count: g.Sum(a => a.Whole("frames")))).OrderByDescending(a => a.Count).ToList();
        if (all.Count == 0) return;
        sheet.Html.Element("h3", sheet.Say("What broke a rule", "規則に反したもの"));
        sheet.BeginTable(sheet.Say("anomaly", "異常"), "", sheet.Say("#frames", "#フレーム"));
        foreach (var (name, count) in all.Take(AnomaliesShown))
        {
            sheet.Html.Open("tr").Element("td", name, ("class", "mono"));
            sheet.Cell(AnomalyWords.Of(name)?.In(sheet.Request.Language) ?? "");
            sheet.NumberCell(Quantity.Count(count));
            sheet.Html.Close();
        }

        sheet.EndTable();
        var offloaded = sheet.Facts.Reads.Sum(r => r.Part("bad_checksums")?.Whole("offloaded") ?? 0);
        if (offloaded > 0) sheet.Html.Element("p", sheet.Say($"{Quantity.Count(offloaded)} of the wrong checksums are no damage: the sending host left them to its network card.", $"誤ったチェックサムのうち {Quantity.Count(offloaded)} は破損ではない: 送信ホストがネットワークカードに任せたもの。"), ("class", "note"));
    }
}
