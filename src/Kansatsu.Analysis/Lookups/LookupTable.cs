using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Who asked the DNS what, when, and what it was told: the ties between lookups and the flows that needed them. Bounded; at the bounds new
/// ones are refused and counted, and flows then have the names that others' answers gave.
/// </summary>
sealed class LookupTable(FlowTable flows)
{
    public const int MaxLookups = 1 << 18;
    public const int MaxAnswers = 1 << 19;

    /// <summary>The same question again within this time is a retry; later it is a new lookup.</summary>
    const long RetryWindow = 30 * Timestamp.PerSecond;

    /// <summary>How many earlier answers for one address are looked through.</summary>
    const int MaxSteps = 64;

    readonly RecordList<Lookup> _lookups = new();
    readonly RecordList<LookupAnswer> _answers = new();
    readonly RecordList<Question> _questions = new();
    readonly RecordList<Place> _places = new();
    readonly SlotIndex _questionIndex = new();
    readonly SlotIndex _placeIndex = new();
    int[] _newestOfName = [];

    public int Count => _lookups.Count;

    public long Refused { get; private set; }

    public ref readonly Lookup this[int index] => ref _lookups[index];

    public ref readonly LookupAnswer Answer(int index) => ref _answers[index];

    /// <summary>The newest lookup of a name, plus one; 0 when there is none.</summary>
    public int NewestOf(int name) => name < _newestOfName.Length ? _newestOfName[name] : 0;

    /// <summary>A question was seen.</summary>
    public void Ask(ushort id, int name, ushort type, in PacketFacts facts)
    {
        if ((uint)facts.FlowIndex >= (uint)flows.Count) return;
        ref var flow = ref flows[facts.FlowIndex];
        var question = QuestionOf(flow.Number, id, name, type);
        if (question >= 0 && _questions[question].Latest != 0)
        {
            ref var before = ref _lookups[_questions[question].Latest - 1];
            if (Math.Abs(facts.Time.Since(before.Asked)) < RetryWindow)
            {
                if (before.Tries < byte.MaxValue) before.Tries++;
                return;
            }
        }

        var index = Add(ref flow, facts, name, type);
        if (index < 0) return;
        ref var lookup = ref _lookups[index];
        (lookup.Asked, lookup.AskedFrame) = (facts.Time, facts.Frame);
        if (question >= 0) _questions[question].Latest = index + 1;
    }

    /// <summary>An answer was seen.</summary>
    /// <returns>The lookup it belongs to, or -1 when there is no room.</returns>
    public int Answer(ushort id, int name, ushort type, int responseCode, in PacketFacts facts)
    {
        if ((uint)facts.FlowIndex >= (uint)flows.Count) return -1;
        ref var flow = ref flows[facts.FlowIndex];
        var question = QuestionOf(flow.Number, id, name, type);
        var index = question < 0 ? -1 : _questions[question].Latest - 1;
        if (index >= 0 && _lookups[index].IsAnswered) return -1; // A second answer: the first one counts.
        if (index < 0) index = Add(ref flow, facts, name, type);
        if (index < 0) return -1;
        if (question >= 0) _questions[question].Latest = index + 1;
        ref var lookup = ref _lookups[index];
        (lookup.Answered, lookup.AnsweredFrame, lookup.ResponseCode) = (facts.Time, facts.Frame, (byte)responseCode);
        return index;
    }

    /// <summary>The lookup gave an address.</summary>
    public void Give(int index, Ipv6Address address, uint timeToLive)
    {
        if (_answers.Count >= MaxAnswers)
        {
            Refused++;
            return;
        }

        ref var lookup = ref _lookups[index];
        var place = PlaceOf(lookup.Device, address, add: true);
        if (place < 0) return;
        var position = _answers.Add();
        _answers[position] = new LookupAnswer
        {
            Address = address,
            Lookup = index,
            TimeToLive = timeToLive,
            PreviousOfLookup = lookup.LastAnswer,
            PreviousOfAddress = _places[place].Newest,
        };
        lookup.LastAnswer = position + 1;
        lookup.Answers++;
        _places[place].Newest = position + 1;
    }

    /// <summary>The newest answer before a moment (or, failing that, shortly after it) that gave a device an address.</summary>
    /// <param name="before">How old it may be.</param>
    /// <param name="after">How late it may come: captures put packets out of order.</param>
    /// <returns>Index of the lookup, or -1.</returns>
    public int Find(ushort device, Ipv6Address address, Timestamp when, long before, long after)
    {
        var place = PlaceOf(device, address, add: false);
        if (place < 0) return -1;
        var late = -1;
        var steps = 0;
        for (var at = _places[place].Newest; at != 0 && steps < MaxSteps; at = _answers[at - 1].PreviousOfAddress, steps++)
        {
            var index = _answers[at - 1].Lookup;
            var age = when.Since(_lookups[index].Answered);
            if (age >= 0) return age <= before ? index : late;
            if (-age <= after) late = index;
        }

        return late;
    }

    int Add(ref Flow flow, in PacketFacts facts, int name, ushort type)
    {
        if (_lookups.Count >= MaxLookups)
        {
            Refused++;
            return -1;
        }

        if (name >= _newestOfName.Length) Array.Resize(ref _newestOfName, Math.Max(1024, Math.Max(name + 1, _newestOfName.Length * 2)));
        var index = _lookups.Add();
        _lookups[index] = new Lookup
        {
            Name = name,
            Type = type,
            Device = flow.Device,
            ResponseCode = Lookup.NoAnswer,
            Tries = 1,
            FlowNumber = flow.Number,
            FlowIndex = facts.FlowIndex,
            PreviousOfFlow = flow.Application == LayerKind.Dns ? flow.Content : 0,
            PreviousOfName = _newestOfName[name],
        };
        _newestOfName[name] = index + 1;
        if (flow.Application == LayerKind.Dns) flow.Content = index + 1;
        return index;
    }

    int QuestionOf(uint flow, ushort id, int name, ushort type)
    {
        var key = ((ulong)flow << 32) ^ ((ulong)(uint)name << 20) ^ ((ulong)id << 8) ^ type;
        var hash = _questionIndex.Hash.Of(key);
        var candidates = _questionIndex.Find(hash);
        while (candidates.MoveNext())
        {
            ref var question = ref _questions[candidates.Current];
            if (question.Flow == flow && question.Name == name && question.Id == id && question.Type == type) return candidates.Current;
        }

        if (_questions.Count >= MaxLookups) return -1;

        var position = _questions.Add();
        _questions[position] = new Question { Flow = flow, Name = name, Id = id, Type = type };
        _questionIndex.Add(hash, position);
        return position;
    }

    int PlaceOf(ushort device, Ipv6Address address, bool add)
    {
        var hash = _placeIndex.Hash.Of(address, device);
        var candidates = _placeIndex.Find(hash);
        while (candidates.MoveNext())
        {
            ref var place = ref _places[candidates.Current];
            if (place.Device == device && place.Address == address) return candidates.Current;
        }

        if (!add) return -1;
        if (_places.Count >= MaxLookups)
        {
            Refused++;
            return -1;
        }

        var position = _places.Add();
        _places[position] = new Place { Device = device, Address = address };
        _placeIndex.Add(hash, position);
        return position;
    }

    struct Question
    {
        public uint Flow;
        public int Name;
        public int Latest;
        public ushort Id;
        public ushort Type;
    }

    struct Place
    {
        public Ipv6Address Address;
        public int Newest;
        public ushort Device;
    }
}
