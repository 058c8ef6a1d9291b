using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Ties flows and lookups to the declared action that they belong to.</summary>
sealed class ActionTies
{
    /// <summary>Clocks of journal and capture may differ by this much.</summary>
    const long Early = 1 * Timestamp.PerSecond;

    /// <summary>What an action set going may still begin so long after its end.</summary>
    const long Late = 3 * Timestamp.PerSecond;

    /// <summary>So often a greeting must be seen in actions of a process before it speaks for it.</summary>
    const int FewGreetings = 3;

    readonly IReadOnlyList<DeclaredAction> _actions;
    readonly Dictionary<string, List<int>> _byName = new(StringComparer.OrdinalIgnoreCase);
    readonly List<int> _others = [];
    readonly Dictionary<Ipv6Address, ushort> _deviceOf = [];
    readonly Dictionary<int, List<int>?> _ofNameId = [];

    readonly Dictionary<(uint Greeting, string Program), int> _greetings = [];
    readonly Dictionary<uint, string> _ofGreeting = [];

    public ActionTies(ActionJournal journal)
    {
        _actions = journal.Actions;
        for (var i = 0; i < _actions.Count; i++)
        {
            foreach (var name in _actions[i].Names)
            {
                if (!_byName.TryGetValue(name, out var list)) _byName[name] = list = [];
                list.Add(i);
            }

            if (_actions[i].Flows.Count > 0 || _actions[i].Names.Count == 0) _others.Add(i);
            if (_actions[i].Host is { } host) _deviceOf[host] = 0;
        }
    }

    public bool IsEmpty => _actions.Count == 0;

    /// <summary>Which device has an address that the journal names.</summary>
    public void Learn(in Flow flow)
    {
        if (_deviceOf.TryGetValue(flow.Initiator, out var device) && device == 0) _deviceOf[flow.Initiator] = flow.Device;
    }

    /// <summary>A greeting was seen in an action of some process: greetings then tell who else that process was.</summary>
    public void LearnGreeting(in Flow flow)
    {
        if (flow.Greeting == 0 || Find(flow.NameId, flow.First, flow.Device)?.Process is not { } process) return;
        var key = (flow.Greeting, Programs.OfProcess(process));
        _greetings[key] = _greetings.GetValueOrDefault(key) + 1;
    }

    public void Clear()
    {
        _greetings.Clear();
        _ofGreeting.Clear();
    }

    /// <summary>Settles whose each greeting is: a process's when it has nearly all of its appearances.</summary>
    public void SettleGreetings()
    {
        if (_greetings.Count == 0) return;
        foreach (var group in _greetings.GroupBy(g => g.Key.Greeting))
        {
            var best = group.MaxBy(g => g.Value);
            if (best.Value >= FewGreetings && best.Value * 5 >= group.Sum(g => g.Value) * 4) _ofGreeting[group.Key] = best.Key.Program;
        }
    }

    /// <summary>The program that greets so, as far as declared actions showed it.</summary>
    public string? ProgramOf(in Flow flow) => flow.Greeting == 0 ? null : _ofGreeting.GetValueOrDefault(flow.Greeting);

    /// <summary>Prepares a name for <see cref="Find"/>.</summary>
    public void Learn(int nameId, ReadOnlySpan<byte> name)
    {
        if (nameId == 0 || _ofNameId.ContainsKey(nameId)) return;
        List<int>? found = null;
        var text = Encoding.Latin1.GetString(name).TrimEnd('.');
        if (_byName.TryGetValue(text, out var exact)) found = [.. exact];
        for (var dot = 0; dot >= 0; dot = dot + 1 < text.Length ? text.IndexOf('.', dot + 1) : -1)
            if (_byName.TryGetValue(dot == 0 ? "." + text : text[dot..], out var suffix)) (found ??= []).AddRange(suffix);
        found?.Sort();
        _ofNameId[nameId] = found;
    }

    /// <summary>The action that a name's use at a moment belongs to.</summary>
    public DeclaredAction? Find(int nameId, Timestamp when, ushort device)
    {
        if (nameId == 0 || !_ofNameId.TryGetValue(nameId, out var candidates) || candidates is null) return null;
        DeclaredAction? best = null;
        foreach (var index in candidates)
        {
            var action = _actions[index];
            if (Covers(action, when, device) && (best is null || Nearer(action, best, when))) best = action;
        }

        return best;
    }

    /// <summary>The same for a flow: an action of another program than the one that greets here does not count.</summary>
    public DeclaredAction? FindFor(in Flow flow)
    {
        var action = Find(flow.NameId, flow.First, flow.Device);
        if (action?.Process is not { } process || ProgramOf(flow) is not { } program) return action;
        return Programs.OfProcess(process) == program ? action : FindOther(flow, program);
    }

    /// <summary>The action that gives a five-tuple, or only a program and a time.</summary>
    /// <param name="isService">The flow's name serves the program itself: an action that names only the program does not mean it.</param>
    public DeclaredAction? Find(in Flow flow, string? program, bool isService)
    {
        foreach (var index in _others)
        {
            var action = _actions[index];
            if (!Covers(action, flow.First, flow.Device)) continue;
            foreach (var declared in action.Flows)
                if (declared.Matches(flow)) return action;
            if (action.Flows.Count > 0 || isService) continue;
            // Whose program does not show itself may be any but a browser's: those do.
            if (program is null ? !Programs.IsBrowser(Programs.OfProcess(action.Process!)) : IsProcessOf(action.Process!, program)) return action;
        }

        return null;
    }

    DeclaredAction? FindOther(in Flow flow, string program)
    {
        foreach (var index in _ofNameId[flow.NameId]!)
        {
            var action = _actions[index];
            if (Covers(action, flow.First, flow.Device) && (action.Process is not { } process || Programs.OfProcess(process) == program)) return action;
        }

        return null;
    }

    /// <summary>firefox-esr is Firefox, chromium-browser Chromium: a process is named after its program or the other way round.</summary>
    public static bool IsProcessOf(string process, string program)
    {
        process = process[(process.LastIndexOf('/') + 1)..];
        return process.StartsWith(program, StringComparison.OrdinalIgnoreCase) || program.StartsWith(process, StringComparison.OrdinalIgnoreCase);
    }

    static bool Nearer(DeclaredAction action, DeclaredAction than, Timestamp when) =>
        Math.Abs(when.Since(action.Start)) < Math.Abs(when.Since(than.Start));

    bool Covers(DeclaredAction action, Timestamp when, ushort device)
    {
        if (when.Since(action.Start) < -Early || when.Since(action.End) > Late) return false;
        return device == 0 || action.Host is not { } host || !_deviceOf.TryGetValue(host, out var own) || own == 0 || own == device;
    }
}
