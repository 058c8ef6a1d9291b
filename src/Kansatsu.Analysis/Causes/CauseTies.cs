using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// What ties flows to one another and to what is known besides packets: sweeps, declared actions, programs, catalogue, lookups. Made anew from the
/// tables whenever they have changed, then only read, so that all flows can be judged at once and late evidence revises early verdicts.
/// </summary>
sealed class CauseTies
{
    /// <summary>How long after an answer a flow may begin that uses it: hosts keep answers for a while beyond their time to live.</summary>
    public const long AnswerBefore = 24 * 3600 * Timestamp.PerSecond;

    /// <summary>How long before its answer a flow may be seen: captures put packets out of order.</summary>
    public const long AnswerAfter = 2 * Timestamp.PerSecond;

    /// <summary>How soon after a lookup the flow begins that needed it.</summary>
    public const long NeedWindow = 15 * Timestamp.PerSecond;

    readonly Observer _observer;
    readonly SlotIndex _flowsByName = new();
    int[] _nextOfName = [];
    int[] _firstOfName = [];
    int _names;
    SoftwareEntry?[] _entries = [];
    bool[] _looked = [];

    public CauseTies(Observer observer, SoftwareCatalogue catalogue)
    {
        _observer = observer;
        Catalogue = catalogue;
        Programs = new Programs(observer, Catalogue);
        Actions = new ActionTies(observer.Options.Actions ?? new ActionJournal());
    }

    public SoftwareCatalogue Catalogue { get; }

    public Programs Programs { get; }

    public ActionTies Actions { get; }

    public SweepTable Sweeps { get; } = new();

    public LookupTable Lookups => _observer.Names.Lookups;

    /// <summary>Learns all flows anew.</summary>
    public void Refresh(FlowSides sides)
    {
        var flows = _observer.Flows;
        Sweeps.Clear();
        Programs.Clear();
        Actions.Clear();
        _flowsByName.Clear();
        if (_nextOfName.Length < flows.Count) _nextOfName = new int[flows.Count + (flows.Count / 2)];
        if (_looked.Length <= _observer.Names.Count)
        {
            Array.Resize(ref _looked, (_observer.Names.Count * 2) + 1);
            Array.Resize(ref _entries, _looked.Length);
        }

        _names = 0;
        // Sweeps and names know nothing of each other.
        if (flows.Count > FlowParts.Worthwhile && Environment.ProcessorCount > 1) Parallel.Invoke(() => Sweeps.Add(flows, sides), () => LearnNames(sides));
        else
        {
            Sweeps.Add(flows, sides);
            LearnNames(sides);
        }
    }

    void LearnNames(FlowSides sides)
    {
        var flows = _observer.Flows;
        for (var i = 0; i < flows.Count; i++)
        {
            if ((sides[i] & FlowSide.FromHome) == 0) continue;
            ref var flow = ref flows[i];
            if (flow.IsToGroup) continue;
            if (flow.NameId == 0) NameLate(ref flow);
            LearnName(flow.NameId);
            Actions.Learn(flow);
            Programs.Learn(flow);
        }

        for (var i = 0; i < flows.Count && !Actions.IsEmpty; i++) Actions.LearnGreeting(flows[i]);
        Actions.SettleGreetings();

        // Newest first, so that each chain is in the order of time.
        for (var i = flows.Count - 1; i >= 0; i--)
        {
            if ((sides[i] & FlowSide.FromHome) == 0) continue;
            ref readonly var flow = ref flows[i];
            if (flow.NameId != 0 && flow.Application != LayerKind.Dns) Chain(i, flow);
        }

        var lookups = Lookups;
        for (var i = 0; i < lookups.Count; i++) LearnName(lookups[i].Name);
    }

    /// <summary>What the catalogue knows of a name; null when it knows nothing.</summary>
    public SoftwareEntry? EntryOf(in Flow flow)
    {
        if (flow.NameId == 0 || flow.NameId >= _looked.Length || !_looked[flow.NameId]) return null;
        if (!Programs.HasRequest(flow)) return _entries[flow.NameId];
        var target = _observer.Names.RequestWord(_observer.Names.Request(flow.Content - 1).Target);
        return Catalogue.Find(_observer.Names.BytesOf(flow.NameId), target) ?? _entries[flow.NameId];
    }

    public SoftwareEntry? EntryOf(int name) => name != 0 && name < _looked.Length && _looked[name] ? _entries[name] : null;

    /// <summary>The lookup that told the flow's host the far side's address.</summary>
    /// <returns>Its index, or -1.</returns>
    public int LookupOf(in Flow flow) => Lookups.Find(flow.Device, flow.Responder, flow.First, AnswerBefore, AnswerAfter);

    /// <summary>The first flow of the same device that used a looked-up name soon after.</summary>
    /// <returns>Its index, or -1.</returns>
    public int NeededBy(in Lookup lookup)
    {
        var asked = lookup.AskedFrame == 0 ? lookup.Answered : lookup.Asked;
        for (var at = FirstOf(lookup.Device, lookup.Name); at != 0; at = _nextOfName[at - 1])
        {
            var wait = _observer.Flows[at - 1].First.Since(asked);
            if (wait < -AnswerAfter) continue;
            return wait <= NeedWindow ? at - 1 : -1;
        }

        return -1;
    }

    /// <summary>The first flow to a name by a device, plus one; the next one is <see cref="Next"/>.</summary>
    public int FirstOf(ushort device, int name)
    {
        var candidates = _flowsByName.Find(Hash(device, name));
        while (candidates.MoveNext())
        {
            ref readonly var flow = ref _observer.Flows[_firstOfName[candidates.Current] - 1];
            if (flow.Device == device && flow.NameId == name) return _firstOfName[candidates.Current];
        }

        return 0;
    }

    public int Next(int flow) => _nextOfName[flow - 1];

    uint Hash(ushort device, int name) => _flowsByName.Hash.Of(((ulong)device << 32) | (uint)name);

    void LearnName(int name)
    {
        if (name == 0 || name >= _looked.Length || _looked[name]) return;
        _looked[name] = true;
        var bytes = _observer.Names.BytesOf(name);
        _entries[name] = Catalogue.Find(bytes, default);
        Actions.Learn(name, bytes);
    }

    /// <summary>A flow that was seen before its answer takes its name now.</summary>
    void NameLate(ref Flow flow)
    {
        var index = LookupOf(flow);
        if (index < 0) return;
        ref readonly var lookup = ref Lookups[index];
        (flow.NameId, flow.NameFrom, flow.NameFrame) = (lookup.Name, NameSource.Dns, lookup.AnsweredFrame);
    }

    void Chain(int index, in Flow flow)
    {
        var hash = Hash(flow.Device, flow.NameId);
        var candidates = _flowsByName.Find(hash);
        while (candidates.MoveNext())
        {
            ref var first = ref _firstOfName[candidates.Current];
            ref readonly var known = ref _observer.Flows[first - 1];
            if (known.Device != flow.Device || known.NameId != flow.NameId) continue;
            _nextOfName[index] = first;
            first = index + 1;
            return;
        }

        if (_names == _firstOfName.Length) Array.Resize(ref _firstOfName, Math.Max(256, _names * 2));
        _nextOfName[index] = 0;
        _firstOfName[_names] = index + 1;
        _flowsByName.Add(hash, _names++);
    }
}
