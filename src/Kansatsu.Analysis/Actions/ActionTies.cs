using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Ties flows and lookups to the declared action that they belong to.</summary>
sealed class ActionTies
{
    /// <summary>Clocks of journal and capture may differ by this much.</summary>
    const long Early = 1 * Timestamp.PerSecond;

    /// <summary>What an action set going may still begin so long after its end.</summary>
    const long Late = 8 * Timestamp.PerSecond;

    readonly IReadOnlyList<DeclaredAction> _actions;
    readonly Dictionary<string, List<int>> _byName = new(StringComparer.OrdinalIgnoreCase);
    readonly List<int> _others = [];
    readonly Dictionary<Ipv6Address, ushort> _deviceOf = [];
    readonly Dictionary<int, List<int>?> _ofNameId = [];

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

    /// <summary>Prepares a name for <see cref="Find"/>.</summary>
    public void Learn(int nameId, ReadOnlySpan<byte> name)
    {
        if (nameId == 0 || _ofNameId.ContainsKey(nameId)) return;
        List<int>? found = null;
        var text = Encoding.Latin1.GetString(name).TrimEnd('.');
        if (_byName.TryGetValue(text, out var exact)) found = [.. exact];
        for (var dot = 0; dot >= 0; dot = text.IndexOf('.', dot + 1))
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

    /// <summary>The action that gives a five-tuple, or only a program and a time.</summary>
    public DeclaredAction? Find(in Flow flow, string? program)
    {
        foreach (var index in _others)
        {
            var action = _actions[index];
            if (!Covers(action, flow.First, flow.Device)) continue;
            foreach (var declared in action.Flows)
                if (declared.Matches(flow)) return action;
            if (action.Flows.Count == 0 && program is not null && IsProcessOf(action.Process!, program)) return action;
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
