using System.Text.Json;

namespace Kansatsu.Tests.Api;

/// <summary>Holds a value against a schema of the OpenAPI document, as far as those schemas go.</summary>
sealed class Shape(JsonElement schemas)
{
    /// <returns>What does not fit; empty when all does.</returns>
    public List<string> Faults(string name, JsonElement value)
    {
        var faults = new List<string>();
        Check(schemas.GetProperty(name), value, name, faults);
        return faults;
    }

    void Check(JsonElement schema, JsonElement value, string where, List<string> faults)
    {
        if (schema.TryGetProperty("$ref", out var other))
        {
            Check(schemas.GetProperty(other.GetString()!["#/components/schemas/".Length..]), value, where, faults);
            return;
        }

        if (schema.TryGetProperty("type", out var type) && !IsOf(type, value)) faults.Add($"{where}: {value.ValueKind} is not {type}");
        if (schema.TryGetProperty("enum", out var known) && !known.EnumerateArray().Any(k => k.GetString() == value.GetString())) faults.Add($"{where}: {value} is not in {known}");
        if (schema.TryGetProperty("format", out var format) && format.GetString() == "date-time" && !value.TryGetDateTimeOffset(out _)) faults.Add($"{where}: {value} is no time");
        if (value.ValueKind == JsonValueKind.Object) CheckObject(schema, value, where, faults);
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            foreach (var one in value.EnumerateArray()) Check(items, one, where + "[]", faults);
    }

    void CheckObject(JsonElement schema, JsonElement value, string where, List<string> faults)
    {
        if (schema.TryGetProperty("required", out var required))
            faults.AddRange(required.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)).Select(r => $"{where}.{r} is missing"));
        var others = schema.TryGetProperty("additionalProperties", out var additional) ? additional : default;
        foreach (var field in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(field.Name, out var inner)) Check(inner, field.Value, $"{where}.{field.Name}", faults);
            else if (others.ValueKind == JsonValueKind.False) faults.Add($"{where}.{field.Name} is not in the schema");
            else if (others.ValueKind == JsonValueKind.Object) Check(others, field.Value, $"{where}.{field.Name}", faults);
        }
    }

    static bool IsOf(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(t => IsOf(t, value))
        : type.GetString() switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => false,
        };
}
