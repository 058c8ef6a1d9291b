using System.Text.Json;
using Kansatsu.App.Text;

namespace Kansatsu.App.Api;

/// <summary>JSON objects as the verbs print them, as bytes.</summary>
static class JsonBytes
{
    public static byte[] Object(Action<Utf8JsonWriter> write)
    {
        using var to = new MemoryStream();
        using var lines = new JsonLines(to);
        write(lines.Begin());
        lines.End();
        lines.Flush();
        return to.ToArray();
    }

    /// <summary>Objects that are written already, as an array.</summary>
    public static void Raw(this Utf8JsonWriter json, string name, IEnumerable<ReadOnlyMemory<byte>> objects)
    {
        json.WriteStartArray(name);
        foreach (var one in objects) json.WriteRawValue(one.Span, skipInputValidation: true);
        json.WriteEndArray();
    }
}
