using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>What stood around a telegram and where it came in: the fields `framing`, `arrival`, `stream` and `payload`.</summary>
static class EewFramingJson
{
    public static void Write(Utf8JsonWriter json, EewReport report)
    {
        if (EewFrame.TryRead(report.Payload, out var frame)) WriteFraming(json, frame, report);
        if (report.Stream is not { } stream) return;
        json.WriteStartObject("arrival");
        json.WriteNumber("hop_limit", report.HopLimit);
        if (!report.LinkSource.IsNone) json.WriteString("last_hop", report.LinkSource.ToString());
        json.WriteNumber("source_port", report.SourcePort);
        json.Time("last", report.Last);
        json.WriteEndObject();
        WriteStream(json, stream);
        json.WriteString("payload", Convert.ToHexStringLower(report.Payload));
    }

    static void WriteFraming(Utf8JsonWriter json, in EewFrame frame, EewReport report)
    {
        if (frame.Form == EewForm.Text) return;
        json.WriteStartObject("framing");
        json.WriteString("form", frame.Form switch { EewForm.Ocn => "ocn", EewForm.Socket => "jma-socket", EewForm.Wni => "wni", _ => "none" });
        json.WriteNumber("bytes", report.DeclaredLength);
        if (frame.IsOcn)
        {
            json.WriteNumber("outer_length", frame.OuterLength);
            json.WriteString("type", frame.Type switch { 0 => "data", 0xff => "keep-alive", var other => other.ToString("x2", System.Globalization.CultureInfo.InvariantCulture) });
            json.WriteString("unknown_4_13", Convert.ToHexStringLower(frame.UnknownFirst));
            json.WriteString("unknown_30_47", Convert.ToHexStringLower(frame.UnknownLast));
        }

        if (!frame.Ident.IsEmpty && frame.Ident.IndexOfAnyExcept((byte)0) >= 0) json.Wire("ident", JisX0201.Decode(frame.Ident));
        if (!frame.Socket.IsEmpty)
        {
            json.WriteNumber("socket_length", frame.SocketLength);
            json.Wire("socket_type", JisX0201.Decode(frame.SocketType));
        }

        if (EewControlHeader.TryRead(frame.Control, out var control)) WriteControl(json, control);
        if (!frame.Heading.IsEmpty) json.Wire("heading", JisX0201.Decode(frame.Heading));
        if (!frame.IsKeepAlive) json.WriteNumber("text_bytes", frame.Text.Length);
        if (!frame.IsKeepAlive) json.WriteBoolean("ends_with_etx", frame.EndsWithEndOfText);
        json.WriteEndObject();
    }

    static void WriteControl(Utf8JsonWriter json, in EewControlHeader control)
    {
        json.WriteStartObject("bch");
        json.WriteNumber("version", control.Version);
        json.WriteNumber("length", control.DeclaredLength);
        if (control.SequenceNumber is { } number) json.WriteNumber("sequence", number);
        json.WriteBoolean("test", control.IsTest);
        json.WriteString("checksum", control.Checksum.ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteBoolean("checksum_ok", control.IsChecksumRight);
        json.WriteString("raw", Convert.ToHexStringLower(control.Bytes));
        json.WriteEndObject();
    }

    static void WriteStream(Utf8JsonWriter json, EewStream stream)
    {
        var objections = EewJudge.ObjectionsTo(stream);
        json.WriteStartObject("stream");
        json.Address("source", stream.Source);
        json.Address("group", stream.Group);
        json.WriteNumber("port", stream.Port);
        json.WriteNumber("keep_alives", stream.KeepAlives);
        if (stream.Period is { } period) json.WriteNumber("period_s", Math.Round(period, 3));
        if (stream.Burst is { } burst) json.WriteNumber("burst", burst);
        json.WriteStartArray("hop_limits");
        foreach (var hopLimit in stream.HopLimits) json.WriteNumberValue(hopLimit);
        json.WriteEndArray();
        json.WriteString("verdict", EewReasonNames.Of(EewReasonNames.VerdictOf(objections)));
        json.Wires("reasons", objections.Select(o => $"{EewReasonNames.Of(o.Reason)}: {o.Says.English}"));
        json.WriteEndObject();
    }
}
