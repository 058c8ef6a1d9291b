using System.Globalization;

namespace Kansatsu.App.Api;

/// <summary>Days with traffic.</summary>
static class DayAnswers
{
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
