using System.Globalization;
using Kansatsu.App.Diary;
using Kansatsu.Wire;

namespace Kansatsu.App.Api;

/// <summary>Days with traffic, and the diary of one.</summary>
static class DayAnswers
{
    public static byte[] Diary(ApiCall call)
    {
        var reader = new DayReader(call.Store, call.Clock, call.Serving.NoveltiesOf(call.Clock));
        var day = DayOf(call, reader);
        var facts = reader.Read(day) ?? throw BadQuestion.NotFound($"nothing was seen on {day:yyyy-MM-dd}", "/api/v1/days lists the days with traffic");
        var page = new DiaryDay(day, DiaryWriter.Write(facts, call.Clock));
        return ApiCall.Json(json =>
        {
            json.WriteString("title", page.Title(call.Language));
            DiaryDocument.WriteJson(json, page, call.Language);
        });
    }

    static DateOnly DayOf(ApiCall call, DayReader reader)
    {
        if (call.Text("day") is not { } text) return reader.Days.Count > 0 ? reader.Days[^1] : throw BadQuestion.NotFound("the store is empty", "fill it: kansatsu read FILE --store PATH");
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw new BadQuestion($"day '{WireText.Escape(text)}' is none", "use a day such as 2008-06-14");
    }

    public static byte[] List(ApiCall call)
    {
        var days = call.Store.Days(call.Clock.OffsetAt);
        return ApiCall.Json(json =>
        {
            json.WriteStartArray("days");
            foreach (var day in days)
            {
                json.WriteStartObject();
                json.WriteString("day", day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteNumber("flows", day.Flows);
                json.WriteNumber("packets", day.Packets);
                json.WriteNumber("bytes", day.Bytes);
                json.WriteNumber("unexplained_flows", day.UnexplainedFlows);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}
