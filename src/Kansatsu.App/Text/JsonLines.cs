using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kansatsu.Wire;

namespace Kansatsu.App.Text;

/// <summary>
/// Writes one JSON object a line. Text of any script stays readable; control characters, marks that turn the direction of text, and what HTML gives a
/// meaning to come out as \uNNNN. Strings from the wire are made harmless by <see cref="Wire"/> first, so they stay so when a program prints them.
/// </summary>
sealed class JsonLines : IDisposable
{
    const int FlushBytes = 64 * 1024;

    static readonly JavaScriptEncoder Encoder = MakeEncoder();

    readonly Stream _to;
    readonly ArrayBufferWriter<byte> _buffer = new(FlushBytes);
    readonly Utf8JsonWriter _json;

    public JsonLines(Stream to)
    {
        _to = to;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true });
    }

    /// <summary>One object alone, as a line would have it but without the line's end.</summary>
    public static byte[] Object(Action<Utf8JsonWriter> write)
    {
        var to = new MemoryStream();
        using var lines = new JsonLines(to);
        write(lines.Begin());
        lines.End();
        lines.Flush();
        return to.ToArray()[..^1];
    }

    /// <summary>An object that was written before.</summary>
    public void Line(ReadOnlySpan<byte> utf8)
    {
        _buffer.Write(utf8);
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= FlushBytes) Flush();
    }

    /// <summary>What <see cref="Begin"/> returned, for whoever ends an object that others began.</summary>
    public Utf8JsonWriter Json => _json;

    /// <summary>Begins an object; its fields are written to what is returned, its end with <see cref="End"/>.</summary>
    public Utf8JsonWriter Begin()
    {
        _json.WriteStartObject();
        return _json;
    }

    public void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= FlushBytes) Flush();
    }

    public void Flush()
    {
        _to.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
        _to.Flush();
    }

    public void Dispose() => _json.Dispose();

    static JavaScriptEncoder MakeEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidRange(new UnicodeRange(0x200b, 5));
        settings.ForbidRange(new UnicodeRange(0x2028, 7));
        settings.ForbidRange(new UnicodeRange(0x2060, 16));
        settings.ForbidCharacters('\u061c', '\ufeff', '\u00ad');
        return JavaScriptEncoder.Create(settings);
    }
}
