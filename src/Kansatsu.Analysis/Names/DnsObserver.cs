using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Reads DNS messages into the name table. Records count wherever they stand: additional sections name addresses as well as answers do. An address
/// at the end of a chain of aliases is called by the name that was asked for, because that is the name a program meant.
/// </summary>
sealed class DnsObserver(NameTable names, AddressNames addresses, QuestionTable questions, LookupTable lookups)
{
    /// <summary>Aliases of one message that are followed; real chains are shorter.</summary>
    const int MaxAliases = 16;

    /// <summary>Records of one message that are read: more than any resolver sends.</summary>
    const int MaxRecords = 512;

    /// <summary>Kept: buffers of the stack are cleared each time.</summary>
    readonly byte[] _text = new byte[DnsName.MaxTextLength];
    readonly byte[] _plain = new byte[NbnsName.MaxTextLength];
    readonly WireNames _met = new();

    public void Observe(LayerKind via, ReadOnlySpan<byte> bytes, in PacketFacts facts)
    {
        if (!DnsMessage.TryRead(bytes, out var message)) return;
        var source = SourceOf(via);
        if (!message.IsResponse) ReadQuery(message, source, facts);
        // A host that is about to use a name tells the addresses with its question (RFC 6762 §8.2).
        if (message.IsResponse || source == NameSource.Mdns) ReadRecords(message, source, facts);
    }

    static NameSource SourceOf(LayerKind via) => via switch
    {
        LayerKind.Mdns => NameSource.Mdns,
        LayerKind.Llmnr => NameSource.Llmnr,
        LayerKind.Nbns => NameSource.Nbns,
        _ => NameSource.Dns,
    };

    void ReadQuery(DnsMessage message, NameSource source, in PacketFacts facts)
    {
        var left = MaxRecords;
        foreach (var question in message.Questions)
        {
            var id = Meet(question.Name, source, facts);
            if (id != 0) questions.Add(id, question.Type, source);
            if (id != 0 && source == NameSource.Dns) lookups.Ask(message.Id, id, question.Type, facts);
            if (--left == 0) return;
        }
    }

    void ReadRecords(DnsMessage message, NameSource source, in PacketFacts facts)
    {
        Span<(int From, int To)> aliases = stackalloc (int, int)[MaxAliases];
        var aliasCount = 0;
        var left = MaxRecords;
        var list = message.Questions;
        var (asked, type) = message.IsResponse && message.QuestionCount == 1 ? Asked(ref list, source, facts) : (0, (ushort)0);
        var lookup = asked != 0 && source == NameSource.Dns ? lookups.Answer(message.Id, asked, type, message.Rcode, facts) : -1;
        foreach (var record in message.RecordsAfter(list))
        {
            switch (record.Type)
            {
                case DnsTypes.A or DnsTypes.Aaaa or DnsTypes.Nb:
                    ReadAddress(record, source, asked, aliases[..aliasCount], lookup, facts);
                    break;
                case DnsTypes.Cname or DnsTypes.Dname when record.TryGetTarget(out var target):
                    var alias = (MeetOwner(record.Name, asked, source, facts), Meet(target, source, facts));
                    if (aliasCount < MaxAliases && alias.Item1 != 0 && alias.Item2 != 0) aliases[aliasCount++] = alias;
                    break;
                case DnsTypes.Ptr when record.TryGetTarget(out var pointed):
                    ReadPointer(record, pointed, source, facts);
                    break;
                case DnsTypes.Srv when record.TryGetTarget(out var host):
                    Meet(record.Name, source, facts);
                    Meet(host, source, facts);
                    break;
                case DnsTypes.Txt when source == NameSource.Mdns:
                    Meet(record.Name, source, facts);
                    break;
            }

            if (--left == 0) return;
        }
    }

    /// <summary>The name and type of a response's only question; 0 when it cannot be read.</summary>
    (int Name, ushort Type) Asked(ref DnsQuestions list, NameSource source, in PacketFacts facts) =>
        list.MoveNext() ? (Meet(list.Current.Name, source, facts), list.Current.Type) : (0, (ushort)0);

    void ReadAddress(DnsRecord record, NameSource source, int asked, ReadOnlySpan<(int From, int To)> aliases, int lookup, in PacketFacts facts)
    {
        if (!record.TryGetAddress(out var address)) return;
        var owner = MeetOwner(record.Name, asked, source, facts);
        if (owner == 0) return;
        names.Pair(owner, address, source, answered: true, facts.Frame);
        var meant = owner;
        if (asked != 0 && asked != owner && LeadsTo(asked, owner, aliases))
        {
            meant = asked;
            names.Pair(asked, address, source, answered: false, facts.Frame);
        }

        if (!IsNameable(address)) return;
        addresses.Call(address, meant, source, facts.Time, facts.Frame, weak: false);
        if (lookup >= 0 && meant == asked) lookups.Give(lookup, address, record.Ttl);
    }

    void ReadPointer(DnsRecord record, DnsName target, NameSource source, in PacketFacts facts)
    {
        var id = Meet(target, source, facts);
        var text = _text.AsSpan();
        if (!record.Name.TryWrite(text, out var length)) return;
        if (!ReverseName.TryRead(text[..length], out var address))
        {
            if (source == NameSource.Mdns) Meet(record.Name, source, facts);
            return;
        }

        if (id == 0 || !IsNameable(address)) return;
        names.Pair(id, address, source, answered: false, facts.Frame);
        addresses.Call(address, id, source, facts.Time, facts.Frame, weak: true);
    }

    /// <summary>A name server that blocks a name answers 0.0.0.0 or ::; groups are nobody's.</summary>
    static bool IsNameable(Ipv6Address address) => !address.IsUnspecified && !address.IsGroup && address != Ipv6Address.Loopback;

    static bool LeadsTo(int from, int to, ReadOnlySpan<(int From, int To)> aliases)
    {
        for (var steps = 0; steps <= aliases.Length; steps++)
        {
            if (from == to) return true;
            var next = 0;
            foreach (var alias in aliases)
                if (alias.From == from) next = alias.To;
            if (next == 0) return false;
            from = next;
        }

        return false;
    }

    /// <summary>Nearly every answer repeats the question's name with a pointer to it.</summary>
    int MeetOwner(DnsName name, int asked, NameSource source, in PacketFacts facts)
    {
        if (asked == 0 || !name.IsPointerTo(DnsMessage.HeaderLength)) return Meet(name, source, facts);
        names.MeetAgain(asked, source, facts);
        return asked;
    }

    int Meet(DnsName name, NameSource source, in PacketFacts facts)
    {
        var isEncoded = source == NameSource.Nbns;
        var isWhole = name.TryGetPlain(out var wire);
        var number = isWhole ? _met.Find(wire, isEncoded) : 0;
        if (number != 0)
        {
            names.MeetAgain(number, source, facts);
            return number;
        }

        number = MeetWritten(name, source, facts);
        if (isWhole && number != 0) _met.Keep(wire, isEncoded, number);
        return number;
    }

    int MeetWritten(DnsName name, NameSource source, in PacketFacts facts)
    {
        var text = _text.AsSpan();
        if (!name.TryWrite(text, out var length)) return 0;
        if (source != NameSource.Nbns) return names.Meet(source, text[..length], facts);
        return NbnsName.TryWrite(name, _plain, out var plainLength) ? names.Meet(source, _plain.AsSpan(0, plainLength), facts) : 0;
    }
}
