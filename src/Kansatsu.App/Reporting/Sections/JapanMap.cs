using System.Text.Json;

namespace Kansatsu.App.Reporting.Sections;

/// <summary>One earthquake on a map: the epicentre, and prefectures in the colour of the strongest intensity that was forecast for them.</summary>
static class JapanMap
{
    public static void Write(Sheet sheet, JsonElement telegram, string label)
    {
        var (html, map) = (sheet.Html, JapanOutline.Known);
        var worst = Worst(telegram);
        html.Open("figure").Open("svg", ("viewBox", JapanOutline.ViewBox), ("role", "img"), ("aria-label", label));
        foreach (var (name, path) in map.Prefectures)
            html.Empty("path", ("class", worst.TryGetValue(name, out var intensity) ? $"land i{ForecastAreas.Degree(intensity)}" : "land"), ("d", path));
        if (telegram.Number("latitude") is { } latitude && telegram.Number("longitude") is { } longitude && !telegram.Has("assumed_hypocentre"))
        {
            var (x, y) = map.Place(latitude, longitude);
            html.Empty("circle", ("class", "ring"), ("cx", Html.Number(x)), ("cy", Html.Number(y)), ("r", "170"));
            html.Empty("circle", ("class", "ring"), ("cx", Html.Number(x)), ("cy", Html.Number(y)), ("r", "310"));
            html.Empty("path", ("class", "epicentre"), ("d", $"M{Html.Number(x - 80)} {Html.Number(y - 80)}l160 160m0-160l-160 160"));
        }

        html.Close().Close();
    }

    static Dictionary<string, string> Worst(JsonElement telegram)
    {
        var worst = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var area in telegram.List("areas"))
        {
            if (ForecastAreas.PrefectureOf(area.Text("code")) is not { } prefecture) continue;
            foreach (var intensity in (string[])[area.Text("from"), area.Text("to")])
                if (ForecastAreas.Rank(intensity) > ForecastAreas.Rank(worst.GetValueOrDefault(prefecture, ""))) worst[prefecture] = intensity;
        }

        return worst;
    }
}
