using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>The fields of dns.log behind the ends of the connection: a query with its reply, or one of both.</summary>
static class ZeekDns
{
    const int Authoritative = 0x0400;
    const int Truncated = 0x0200;
    const int RecursionDesired = 0x0100;
    const int RecursionAvailable = 0x0080;

    /// <param name="question">Which question of a query that nobody answered.</param>
    public static void Write(Utf8JsonWriter json, in Flow flow, DnsMessageSeen? query, DnsMessageSeen? reply, int question)
    {
        var first = query ?? reply!;
        json.WriteString("proto", ZeekNames.Transport(flow.Protocol));
        json.WriteNumber("trans_id", first.Id);
        if (query is not null && reply is not null && reply.Time > query.Time) json.Seconds("rtt", reply.Time.Since(query.Time));
        if (first.Questions.Count > question) WriteQuestion(json, first.Questions[question]);
        else if (reply?.Answers.Count > 0) json.Name("query", reply.Answers[0].Name);
        if (reply is not null)
        {
            json.WriteNumber("rcode", reply.Rcode);
            json.WriteString("rcode_name", ZeekNames.Rcode(reply.Rcode));
        }

        json.WriteBoolean("AA", reply?.Has(Authoritative) ?? false);
        json.WriteBoolean("TC", (reply ?? first).Has(Truncated));
        json.WriteBoolean("RD", first.Has(RecursionDesired));
        json.WriteBoolean("RA", reply?.Has(RecursionAvailable) ?? false);
        json.WriteNumber("Z", first.Flags >> 4 & 7);
        if (reply?.Answers.Count > 0) WriteAnswers(json, reply.Answers);
        json.WriteBoolean("rejected", reply is { Rcode: not 0, Questions.Count: 0 });
    }

    static void WriteQuestion(Utf8JsonWriter json, DnsQuestionSeen question)
    {
        json.Name("query", question.Name);
        json.WriteNumber("qclass", question.Class);
        json.WriteString("qclass_name", ZeekNames.QueryClass(question.Class));
        json.WriteNumber("qtype", question.Type);
        json.WriteString("qtype_name", ZeekNames.QueryType(question.Type));
    }

    static void WriteAnswers(Utf8JsonWriter json, IReadOnlyList<DnsAnswerSeen> answers)
    {
        json.WriteStartArray("answers");
        foreach (var answer in answers) json.WriteStringValue(Text(answer));
        json.WriteEndArray();
        json.WriteStartArray("TTLs");
        foreach (var answer in answers) json.WriteRawValue($"{answer.TimeToLive}.0", skipInputValidation: true);
        json.WriteEndArray();
    }

    static string Text(DnsAnswerSeen answer)
    {
        if (answer.Texts is { } texts) return string.Join(' ', texts.Select(t => $"TXT {t.Length} {WireText.Escape(t)}"));
        return answer.Type switch
        {
            DnsTypes.A or DnsTypes.Aaaa or DnsTypes.Nb => answer.Data,
            DnsTypes.Cname or DnsTypes.Dname or DnsTypes.Ns or DnsTypes.Ptr or DnsTypes.Mx or DnsTypes.Soa or DnsTypes.Srv => NameText.Escape(answer.Data),
            _ => $"<unknown type={answer.Type}>",
        };
    }
}
