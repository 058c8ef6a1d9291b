using System.Buffers;
using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Every name met, once, and what was said of it: asked, answered, spoken in a TLS, QUIC or HTTP greeting. All parts are bounded; at a bound
/// what is known stays and new things are refused and counted (<see cref="Refusal"/>).
/// </summary>
public sealed class NameTable
{
    public const int MaxNames = 1 << 19;

    /// <summary>Longest name kept whole: a DNS name with every byte escaped. Longer ones are cut.</summary>
    public const int MaxNameLength = DnsName.MaxTextLength;

    /// <summary>Most bytes of all names together.</summary>
    public const long MaxBytes = 32L << 20;

    readonly ByteStore _store = new(MaxNames, MaxBytes);
    readonly RecordList<NameRecord> _records = new();

    /// <summary>Kept: a buffer of the stack is cleared each time.</summary>
    readonly byte[] _lower = new byte[MaxNameLength];
    readonly AddressNames _addresses = new();
    readonly QuestionTable _questions = new();
    readonly HttpRequestTable _requests = new();
    readonly DnsObserver _dns;

    internal NameTable(FlowTable flows)
    {
        Lookups = new LookupTable(flows);
        _dns = new DnsObserver(this, _addresses, _questions, Lookups);
    }

    /// <summary>Questions and answers as they belong together.</summary>
    internal LookupTable Lookups { get; }

    /// <summary>Different names.</summary>
    public int Count => _store.Count;

    internal long RefusedNames => _store.Refused;

    internal long RefusedAddresses => _addresses.Refused;

    internal long RefusedQuestions => _questions.Refused;

    internal long RefusedRequests => _requests.Refused;

    /// <summary>Questions by name, type and protocol, with how often they were asked.</summary>
    public IEnumerable<DnsQuestionCount> Questions
    {
        get
        {
            for (var i = 0; i < _questions.Count; i++)
            {
                var question = _questions[i];
                yield return new DnsQuestionCount(QuestionText(question.Name), DnsTypeText.Of(question.Type, question.Via), ViaText(question.Via), question.Times);
            }
        }
    }

    /// <summary>Addresses that answers gave for names.</summary>
    public IEnumerable<DnsAddressAnswer> Answers
    {
        get
        {
            for (var i = 0; i < _addresses.PairCount; i++)
            {
                var pair = _addresses[i];
                if (pair.IsAnswered) yield return new DnsAddressAnswer(TextOf(pair.Name), pair.Address, ViaText(pair.Source), pair.Frame);
            }
        }
    }

    /// <summary>HTTP requests, each method, host and target once.</summary>
    public IEnumerable<HttpRequestSeen> HttpRequests
    {
        get
        {
            var times = new Dictionary<(int Method, int Host, int Target), long>();
            for (var i = 0; i < _requests.Count; i++)
            {
                var request = _requests[i];
                var key = (request.Method, request.Host, request.Target);
                times[key] = times.GetValueOrDefault(key) + request.Times;
            }

            for (var i = 0; i < _requests.Count; i++)
            {
                var request = _requests[i];
                // Whoever asked with another user agent is counted with the first.
                if (times.Remove((request.Method, request.Host, request.Target), out var total))
                    yield return new HttpRequestSeen(Word(request.Method), Word(request.Host), Word(request.Target), total, request.Frame);
            }
        }
    }

    /// <summary>All names with where they came from and the addresses they were seen for: the `names` view.</summary>
    public IEnumerable<NameSeen> All
    {
        get
        {
            for (var id = 1; id <= _records.Count; id++)
            {
                var record = _records[id - 1];
                yield return new NameSeen(TextOf(id), SourcesOf(record.Sources), AddressesOf(record), record.Times, record.First, record.Last, record.Frame);
            }
        }
    }

    /// <summary>The name's text as it was on the wire (lower-cased where DNS ignores case), as <see cref="WireText.Decode"/> makes it, not yet escaped; "" for id 0.</summary>
    public string TextOf(int id) => WireText.Decode(_store[id]);

    /// <summary>The same as bytes, without allocation.</summary>
    public ReadOnlySpan<byte> BytesOf(int id) => _store[id];

    /// <summary>Names from the greetings of one source (<see cref="NameSource.TlsSni"/>, <see cref="NameSource.QuicSni"/>, certificates …), each once.</summary>
    public IEnumerable<string> From(NameSource source)
    {
        for (var id = 1; id <= _records.Count; id++)
            if ((_records[id - 1].Sources & (1 << (int)source)) != 0) yield return TextOf(id);
    }

    /// <summary>A name was spoken: in a greeting, a certificate, a request, an announcement.</summary>
    /// <returns>The name's id; 0 when it is empty or there is no room.</returns>
    public int Observe(NameSource source, ReadOnlySpan<byte> name, in PacketFacts facts)
    {
        var id = Meet(source, name, facts);
        if (id == 0) return 0;
        var speaksOfItself = source is NameSource.Certificate or NameSource.Dhcp or NameSource.Nbns or NameSource.Mdns;
        var address = speaksOfItself ? facts.Source : facts.Destination;
        if (!address.IsUnspecified && !address.IsGroup)
            Pair(id, address, source, answered: false, facts.Frame);
        return id;
    }

    /// <summary>A DNS message (without the length that TCP puts before it): questions are counted, answers name their addresses.</summary>
    /// <param name="via">Dns, Mdns, Llmnr or Nbns.</param>
    public void ObserveDns(LayerKind via, ReadOnlySpan<byte> message, in PacketFacts facts) => _dns.Observe(via, message, facts);

    /// <summary>A request with its Host and User-Agent fields (empty when there were none).</summary>
    /// <returns>Index of the request, or -1 when there was no room.</returns>
    internal int ObserveHttp(ReadOnlySpan<byte> method, ReadOnlySpan<byte> host, ReadOnlySpan<byte> target, ReadOnlySpan<byte> agent, in PacketFacts facts) =>
        _requests.Add(method, host, target, agent, facts.Frame);

    /// <summary>A request as <see cref="ObserveHttp"/> kept it, and its words.</summary>
    internal ref readonly Request Request(int index) => ref _requests[index];

    internal ReadOnlySpan<byte> RequestWord(int id) => _requests.Word(id);

    /// <summary>The name that an answer gave last for an address, at a moment and not more than a day before it.</summary>
    /// <param name="from">The protocol that answered.</param>
    /// <param name="frame">The frame with the answer.</param>
    public bool TryFind(Ipv6Address address, Timestamp when, out int nameId, out NameSource from, out uint frame)
    {
        var found = _addresses.TryFind(address, when, out var calling);
        (nameId, from, frame) = found ? (calling.Name, calling.Source, calling.Frame) : (0, NameSource.None, 0);
        return found;
    }

    /// <summary>Pairs of name and address, in the order they were met.</summary>
    internal int PairCount => _addresses.PairCount;

    internal ref readonly Pair PairAt(int index) => ref _addresses[index];

    /// <summary>All sources that spoke a name.</summary>
    internal IReadOnlyList<NameSource> SourcesOf(int id) => id == 0 ? [] : SourcesOf(_records[id - 1].Sources);

    /// <summary>Writes down that a name was said to be at an address.</summary>
    internal void Pair(int id, Ipv6Address address, NameSource source, bool answered, uint frame) =>
        _addresses.Pair(id, address, source, answered, frame, ref _records[id - 1].LastPair);

    /// <summary>Keeps the name in lower case and counts that it was met.</summary>
    internal int Meet(NameSource source, ReadOnlySpan<byte> name, in PacketFacts facts)
    {
        if (name.Length > MaxNameLength) name = name[..MaxNameLength];
        var lower = _lower.AsSpan();
        if (Ascii.ToLower(name, lower, out _) != OperationStatus.Done)
            for (var i = 0; i < name.Length; i++) lower[i] = name[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(name[i] | 0x20) : name[i];
        var id = _store.Intern(lower[..name.Length]);
        if (id == 0) return 0;
        if (id > _records.Count) _records[_records.Add()] = new NameRecord { First = facts.Time, Frame = facts.Frame };
        MeetAgain(id, source, facts);
        return id;
    }

    /// <summary>Counts that a name whose number is known was met.</summary>
    internal void MeetAgain(int id, NameSource source, in PacketFacts facts)
    {
        ref var record = ref _records[id - 1];
        record.Sources |= (ushort)(1 << (int)source);
        record.Times++;
        record.Last = facts.Time;
    }

    /// <summary>The root has no letters; a lone dot would be lost in lists, so it is written as Wireshark does.</summary>
    string QuestionText(int id) => _store[id].SequenceEqual("."u8) ? "<Root>" : TextOf(id);

    static string ViaText(NameSource via) => via switch
    {
        NameSource.Mdns => "mdns",
        NameSource.Llmnr => "llmnr",
        NameSource.Nbns => "nbns",
        _ => "dns",
    };

    static List<NameSource> SourcesOf(ushort bits)
    {
        List<NameSource> sources = [];
        for (var source = NameSource.Registry; source <= NameSource.QuicSni; source++)
            if ((bits & (1 << (int)source)) != 0) sources.Add(source);
        return sources;
    }

    string Word(int id) => WireText.Decode(_requests.Word(id));

    List<Ipv6Address> AddressesOf(in NameRecord record)
    {
        List<Ipv6Address> addresses = [];
        for (var at = record.LastPair; at != 0; at = _addresses[at - 1].NextOfName)
            addresses.Add(_addresses[at - 1].Address);
        addresses.Reverse();
        return [.. addresses.Distinct()];
    }

    struct NameRecord
    {
        public Timestamp First;
        public Timestamp Last;
        public long Times;
        public int LastPair;
        public uint Frame;
        public ushort Sources;
    }
}
