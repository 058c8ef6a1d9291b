using System.Text.Json;
using Kansatsu.App.Text;

namespace Kansatsu.App.Api;

/// <summary>/api/v1/openapi.json: the table of routes as an OpenAPI 3.1 document.</summary>
static class OpenApiDocument
{
    public static byte[] Bytes { get; } = JsonLines.Object(Write);

    static void Write(Utf8JsonWriter json)
    {
        json.WriteString("openapi", "3.1.0");
        json.WriteStartObject("info");
        json.WriteString("title", "Kansatsu");
        json.WriteString("version", "1");
        json.WriteString("description", "What was observed, and why it was there. Objects have the shapes that the command line prints with --json (docs/reference/json.md, docs/reference/api.md).");
        json.WriteEndObject();
        json.WriteStartArray("servers");
        json.WriteStartObject();
        json.WriteString("url", "/api/v1");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("paths");
        foreach (var route in ApiRoutes.All) Write(json, route);
        WriteEvents(json);
        json.WriteEndObject();
        json.WritePropertyName("components");
        json.WriteRawValue(ApiShapes.Components);
    }

    static void Write(Utf8JsonWriter json, ApiRoute route)
    {
        json.WriteStartObject("/" + route.Path);
        json.WriteStartObject("get");
        json.WriteString("summary", route.Says);
        json.WriteString("operationId", route.Path.Replace("/{id}", "_one", StringComparison.Ordinal).Replace('/', '_'));
        json.WriteStartArray("parameters");
        if (route.HasId) Write(json, new ApiParameter("id", "As its list has it."), "path");
        foreach (var parameter in route.Parameters) Write(json, parameter, "query");
        json.WriteEndArray();
        json.WriteStartObject("responses");
        WriteResponse(json, "200", route.Says, route.Shape);
        WriteResponse(json, "400", "The question is wrong.", "Error");
        if (route.HasId) WriteResponse(json, "404", "There is no such thing.", "Error");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ApiParameter parameter, string place)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("in", place);
        json.WriteBoolean("required", place == "path");
        json.WriteString("description", parameter.Says);
        json.WriteStartObject("schema");
        json.WriteString("type", parameter.Type);
        if (parameter.Values.Count > 0) json.Wires("enum", parameter.Values);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteResponse(Utf8JsonWriter json, string status, string says, string shape)
    {
        json.WriteStartObject(status);
        json.WriteString("description", says);
        json.WriteStartObject("content");
        json.WriteStartObject("application/json");
        json.WriteStartObject("schema");
        json.WriteString("$ref", "#/components/schemas/" + shape);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteEvents(Utf8JsonWriter json)
    {
        json.WriteStartObject("/events");
        json.WriteStartObject("get");
        json.WriteString("summary", "Server-sent events: \"changed\" with {revision, last, flows}, at once and whenever the store has changed.");
        json.WriteString("operationId", "events");
        json.WriteStartObject("responses");
        json.WriteStartObject("200");
        json.WriteString("description", "An endless stream.");
        json.WriteStartObject("content");
        json.WriteStartObject("text/event-stream");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
