using System.Text.Json;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>The object "dns" of a dns event, version 3.</summary>
static class EveDns
{
    static readonly (string Name, int Bit)[] s_flags = [("qr", 0x8000), ("aa", 0x0400), ("tc", 0x0200), ("rd", 0x0100), ("ra", 0x0080)];

    public static void Write(Utf8JsonWriter json, DnsMessageSeen message)
    {
        json.WriteStartObject("dns");
        json.WriteNumber("version", 3);
        json.WriteString("type", message.IsResponse ? "response" : "request");
        json.WriteNumber("id", message.Id);
        json.WriteString("flags", message.Flags.ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var (name, bit) in s_flags)
            if (message.Has(bit)) json.WriteBoolean(name, true);
        json.WriteNumber("opcode", message.OpCode);
        if (message.IsResponse) json.WriteString("rcode", DnsTypes.RcodeName(message.Rcode));
        json.WriteStartArray("queries");
        foreach (var question in message.Questions)
        {
            json.WriteStartObject();
            json.Name("rrname", question.Name);
            json.WriteString("rrtype", DnsTypes.Name(question.Type));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (message.Answers.Count > 0) WriteAnswers(json, message.Answers);
        json.WriteEndObject();
    }

    static void WriteAnswers(Utf8JsonWriter json, IReadOnlyList<DnsAnswerSeen> answers)
    {
        json.WriteStartArray("answers");
        foreach (var answer in answers)
        {
            json.WriteStartObject();
            json.Name("rrname", answer.Name);
            json.WriteString("rrtype", DnsTypes.Name(answer.Type));
            json.WriteNumber("ttl", answer.TimeToLive);
            if (answer.Texts is { } texts) json.WriteString("rdata", string.Join(' ', texts.Select(WireText.Escape)));
            else json.Name("rdata", answer.Data);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
