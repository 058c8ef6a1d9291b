namespace Kansatsu.Wire;

/// <summary>DNS, mDNS, LLMNR and NetBIOS names: the line of questions and answers, and the block.</summary>
static class DnsListing
{
    /// <summary>Most questions and records that a line shows.</summary>
    const int LineLimit = 12;

    /// <summary>Most questions and records that a block shows.</summary>
    const int BlockLimit = 256;

    static readonly string[] OpCodes = ["Standard query", "Inverse query", "Server status request", "Unknown operation", "Zone change notification", "Dynamic update"];

    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        if (!DnsMessage.TryRead(d, layer, out var message)) return false;
        var isNetBios = layer.Kind == LayerKind.Nbns;
        to.Text(isNetBios ? NbnsOperation(message.OpCode) : OpCodeName(message.OpCode)).Text(message.IsResponse ? " response " : " ").Hex(message.Id, 4);
        if (message.IsResponse && message.Rcode != 0) to.Text(" ").Text(DnsTypes.RcodeName(message.Rcode));
        var count = 0;
        foreach (var question in message.Questions)
        {
            if (++count > LineLimit) break;
            to.Text(count > 1 ? ", " : " ").Text(DnsTypes.Name(question.Type)).Text(" ");
            WriteName(question.Name, isNetBios, to);
        }

        foreach (var record in message.Records)
        {
            if (++count > LineLimit)
            {
                to.Text(" …");
                break;
            }

            if (record.Section != DnsSection.Authority || record.Type == DnsTypes.Soa) WriteShort(record, isNetBios, to);
        }

        return true;
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        if (!DnsMessage.TryRead(d, layer, out var message)) return;
        var isNetBios = layer.Kind == LayerKind.Nbns;
        to.Field("Transaction id").Hex(message.Id, 4);
        to.Field("Flags").Hex(message.Flags, 4).Text(message.IsResponse ? " response" : " query").Text(message.IsAuthoritative ? ", authoritative" : "")
            .Text(message.IsTruncated ? ", truncated" : "").Text(message.RecursionDesired ? ", recursion desired" : "")
            .Text(message.AuthenticatedData ? ", authenticated" : "").Text(message.CheckingDisabled ? ", checking disabled" : "");
        if (message.IsResponse) to.Field("Response code").Text(DnsTypes.RcodeName(message.Rcode));
        to.Field("Counts").Number(message.QuestionCount).Text(" questions, ").Number(message.AnswerCount).Text(" answers, ")
            .Number(message.AuthorityCount).Text(" authorities, ").Number(message.AdditionalCount).Text(" additional");
        var count = 0;
        foreach (var question in message.Questions)
        {
            if (++count > BlockLimit) break;
            WriteName(question.Name, isNetBios, to.Field("Question"));
            to.Text(" ").Text(DnsTypes.Name(question.Type)).Text(" ").Text(DnsTypes.ClassName(question.Class)).Text(question.WantsUnicast ? ", unicast wanted" : "");
        }

        var records = message.Records;
        while (records.MoveNext() && ++count <= BlockLimit) WriteRecord(records.Current, isNetBios, to);
        if (!records.IsClean && count <= BlockLimit) to.Field("Ends early").Text("after ").Number(records.Position).Text(" bytes");
    }

    /// <summary>A name for people; NetBIOS names decoded, names that cannot be read as "&lt;malformed&gt;".</summary>
    public static void WriteName(DnsName name, bool isNetBios, ListingWriter to)
    {
        Span<byte> text = stackalloc byte[DnsName.MaxTextLength];
        if (isNetBios && NbnsName.TryWrite(name, text, out var length)) to.Wire(text[..length]);
        else if (name.TryWrite(text, out length)) to.Wire(text[..length]);
        else to.Text("<malformed>");
    }

    static void WriteRecord(DnsRecord record, bool isNetBios, ListingWriter to)
    {
        WriteName(record.Name, isNetBios, to.Field(record.Section switch { DnsSection.Answer => "Answer", DnsSection.Authority => "Authority", _ => "Additional" }));
        if (record.Type == DnsTypes.Opt)
        {
            to.Text(" OPT, UDP payload ").Number(record.Class).Text(", version ").Number(record.Ttl >> 16 & 0xff).Text((record.Ttl & 0x8000) != 0 ? ", DNSSEC OK" : "");
            foreach (var option in record.Options) to.Text(", option ").Number(option.Key).Text("=").Bytes(option.Value);
            return;
        }

        to.Text(" ").Text(DnsTypes.ClassName(record.Class)).Text(record.FlushesCache ? " (flush)" : "").Text(" ttl ").Number(record.Ttl).Text(" s");
        WriteShort(record, isNetBios, to);
    }

    /// <summary>" AAAA 2001:db8::1": the type and what it says.</summary>
    static void WriteShort(DnsRecord record, bool isNetBios, ListingWriter to)
    {
        to.Text(" ").Text(DnsTypes.Name(record.Type));
        if (record.Type == DnsTypes.Opt) return;
        to.Text(" ");
        if (record.TryGetAddress(out var address)) to.Address(address);
        else if (record.TryGetTarget(out var target))
        {
            if (record.TryGetService(out _, out _, out var port)) to.Number(port).Text(" ");
            else if (record.TryGetPriority(out var priority)) to.Number(priority).Text(" ");
            WriteName(target, isNetBios, to);
            WriteParameters(record, to);
        }
        else if (record.Type == DnsTypes.Txt)
        {
            var texts = record.Texts;
            for (var i = 0; i < 8 && texts.MoveNext(); i++) to.Text(i > 0 ? " " : "").Wire(texts.Current);
        }
        else if (record.TryGetCertificationAuthority(out var tag, out var value)) to.Wire(tag).Text(" ").Wire(value);
        else to.Bytes(record.Content);
    }

    static void WriteParameters(DnsRecord record, ListingWriter to)
    {
        foreach (var parameter in record.ServiceParameters)
        {
            to.Text(" ");
            switch (parameter.Key)
            {
                case DnsPairs.Alpn:
                    to.Text("alpn=");
                    var names = new DnsTexts(parameter.Value);
                    for (var i = 0; names.MoveNext(); i++) to.Text(i > 0 ? "," : "").Wire(names.Current);
                    break;
                case DnsPairs.Ipv6Hint when parameter.Value.Length >= Ipv6Address.Length: to.Text("ipv6hint=").Address(Ipv6Address.Read(parameter.Value)); break;
                case DnsPairs.EncryptedClientHello: to.Text("ech"); break;
                default: to.Text("key").Number(parameter.Key).Text("=").Bytes(parameter.Value); break;
            }
        }
    }

    static string OpCodeName(int opCode) => opCode < OpCodes.Length ? OpCodes[opCode] : "Unknown operation";

    /// <summary>RFC 1002 §4.2.1.1.</summary>
    static string NbnsOperation(int opCode) => opCode switch { 0 => "Name query", 5 => "Registration", 6 => "Release", 7 => "Wait for acknowledgement", 8 or 9 => "Refresh", _ => "Unknown operation" };
}
