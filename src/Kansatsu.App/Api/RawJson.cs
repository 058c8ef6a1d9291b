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

    /// <summary>The object with an id in front that is good for the whole store: its source and its number there.</summary>
    public static ReadOnlyMemory<byte> WithId(StoredDocument document)
    {
        var rest = document.Json.Span;
        return (byte[])[.. System.Text.Encoding.ASCII.GetBytes($"{{\"id\":\"{IdOf(document)}\","), .. rest[1..]];
    }

    public static string IdOf(StoredDocument document) => $"{document.Source}-{document.Id.TrimStart('0').PadLeft(1, '0')}";

    /// <summary>A field of text; "" when it is not there.</summary>
    public static string Text(this JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public static JsonElement Parse(StoredDocument document)
    {
        var reader = new Utf8JsonReader(document.Json.Span);
        return JsonElement.ParseValue(ref reader);
    }
}
