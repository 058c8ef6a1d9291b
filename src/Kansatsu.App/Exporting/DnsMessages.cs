using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>Makes an owned copy of what a DNS message says, as far as logs tell it.</summary>
static class DnsMessages
{
    /// <summary>More than any resolver sends; what lies behind is left out.</summary>
    const int MostRecords = 256;

    /// <summary>A string has at most 255 bytes.</summary>
    const int MostTexts = 32;

    const int LongestContent = 512;

    public static DnsMessageSeen Copy(LayerKind via, DnsMessage message, in PacketFacts facts)
    {
        var questions = new List<DnsQuestionSeen>();
        foreach (var question in message.Questions)
        {
            if (questions.Count == MostRecords) break;
            questions.Add(new DnsQuestionSeen(Name(question.Name, via), question.Type, question.Class));
        }

        var answers = new List<DnsAnswerSeen>();
        foreach (var record in message.Records)
        {
            if (record.Section != DnsSection.Answer || answers.Count == MostRecords) break;
            answers.Add(new DnsAnswerSeen(Name(record.Name, via), record.Type, record.Ttl, Content(record, via), Texts(record)));
        }

        return new DnsMessageSeen(facts.Time, facts.Frame, facts.FlowIndex, facts.Back, via, message.Id, message.Flags, questions, answers);
    }

    static string Name(DnsName name, LayerKind via)
    {
        Span<byte> text = stackalloc byte[DnsName.MaxTextLength];
        if (via == LayerKind.Nbns && NbnsName.TryWrite(name, text, out var length)) return WireText.Decode(text[..length]);
        return name.TryWrite(text, out length) ? WireText.Decode(text[..length]) : "";
    }

    static string Content(DnsRecord record, LayerKind via)
    {
        if (record.TryGetAddress(out var address)) return address.ToString();
        if (record.TryGetTarget(out var target)) return Name(target, via);
        var content = record.Content;
        return Convert.ToHexStringLower(content[..Math.Min(content.Length, LongestContent)]);
    }

    static List<string>? Texts(DnsRecord record)
    {
        if (record.Type != DnsTypes.Txt) return null;
        var texts = new List<string>();
        foreach (var text in record.Texts)
        {
            if (texts.Count == MostTexts) break;
            texts.Add(WireText.Decode(text));
        }

        return texts;
    }
}
