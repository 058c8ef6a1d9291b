using System.Globalization;
using System.Text.Json;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Reporting;

/// <summary>Fields of stored objects; what is absent is empty, zero or null.</summary>
static class Fields
{
    extension(JsonElement json)
    {
        public string Text(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

        public double? Number(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

        public long Whole(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : 0;

        public bool Has(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

        public IEnumerable<JsonElement> List(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

        public IEnumerable<string> Texts(string name) => json.List(name).Select(static t => t.GetString() ?? "");

        public JsonElement? Part(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

        public Timestamp? Time(string name) =>
            DateTime.TryParse(json.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? Clock.ToTimestamp(time) : null;
    }
}
