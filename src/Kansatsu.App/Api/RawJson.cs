using System.Text.Json;
using Kansatsu.Store;

namespace Kansatsu.App.Api;

/// <summary>Objects that the store keeps as the verbs printed them.</summary>
static class RawJson
{
    public static void Raw(this Utf8JsonWriter json, string name, IEnumerable<ReadOnlyMemory<byte>> objects)
    {
        json.WriteStartArray(name);
        foreach (var one in objects) json.WriteRawValue(one.Span, skipInputValidation: true);
        json.WriteEndArray();
    }

    /// <summary>A field of text; "" when it is not there.</summary>
    public static string Text(this JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public static JsonElement Parse(StoredDocument document)
    {
        var reader = new Utf8JsonReader(document.Json.Span);
        return JsonElement.ParseValue(ref reader);
    }
}
