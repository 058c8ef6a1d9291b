using System.Text;

namespace Kansatsu.Analysis;

/// <summary>
/// Which program of home began which flow, as far as packets betray it: the User-Agent of a request, the TLS library of a greeting; and for flows that
/// never came to speak, what the same device used for the same name, or the only browser it has.
/// </summary>
sealed class Programs(Observer observer, SoftwareCatalogue catalogue)
{
    const byte Unknown = 0;
    const byte Several = byte.MaxValue;
    const int MaxPrograms = 250;

    readonly List<string> _names = [""];
    readonly Dictionary<int, (byte Program, SoftwareEntry? Entry)> _agents = [];
    readonly Dictionary<ulong, byte> _ofName = [];
    readonly Dictionary<ushort, byte> _ofDevice = [];

    public void Clear()
    {
        _ofName.Clear();
        _ofDevice.Clear();
    }

    /// <summary>Learns from a flow that home began.</summary>
    public void Learn(in Flow flow)
    {
        var program = Direct(flow);
        if (program == Unknown) return;
        if (flow.NameId != 0) Merge(_ofName, DeviceAndName(flow), program);
        if (ClientStacks.ProgramOf(flow.Stack) is not null) Merge(_ofDevice, flow.Device, program);
    }

    /// <summary>The program by the flow's own content; null when that tells nothing.</summary>
    public string? Of(in Flow flow) => Name(Known(flow));

    /// <summary>The program by the neighborhood: what else the device used for the same name, or its only browser.</summary>
    /// <param name="byDevice">Only the device's browser tells.</param>
    public string? Near(in Flow flow, out bool byDevice)
    {
        byDevice = false;
        if (flow.NameId != 0 && _ofName.TryGetValue(DeviceAndName(flow), out var program) && program != Several) return Name(program);
        byDevice = _ofDevice.TryGetValue(flow.Device, out program) && program != Several;
        return byDevice ? Name(program) : null;
    }

    /// <summary>The catalogue's word on the flow's User-Agent.</summary>
    public SoftwareEntry? AgentOf(in Flow flow)
    {
        if (!HasRequest(flow)) return null;
        return _agents.TryGetValue(observer.Names.Request(flow.Content - 1).Agent, out var known) ? known.Entry : null;
    }

    public static bool IsBrowser(string program) => program is "Firefox" or "Chromium" or "Safari" or "Edge" or "Opera" or "Brave" or "Vivaldi";

    /// <summary>The program behind the name of a process: firefox-esr is Firefox.</summary>
    public static string OfProcess(string process)
    {
        process = process[(process.LastIndexOf('/') + 1)..];
        if (process.StartsWith("firefox", StringComparison.OrdinalIgnoreCase)) return "Firefox";
        return process.StartsWith("chrom", StringComparison.OrdinalIgnoreCase) || process.StartsWith("google-chrome", StringComparison.OrdinalIgnoreCase) ? "Chromium" : process;
    }

    public static bool HasRequest(in Flow flow) => flow.Content != 0 && flow.Application == Wire.LayerKind.Http;

    static void Merge<TKey>(Dictionary<TKey, byte> map, TKey key, byte program)
        where TKey : notnull =>
        map[key] = map.TryGetValue(key, out var known) && known != program ? Several : program;

    static ulong DeviceAndName(in Flow flow) => ((ulong)flow.Device << 32) | (uint)flow.NameId;

    string? Name(byte program) => program is Unknown or Several ? null : _names[program];

    byte Known(in Flow flow)
    {
        if (HasRequest(flow) && _agents.TryGetValue(observer.Names.Request(flow.Content - 1).Agent, out var known) && known.Program != Unknown) return known.Program;
        return ClientStacks.ProgramOf(flow.Stack) is { } program && _names.IndexOf(program) is > 0 and var number ? (byte)number : Unknown;
    }

    byte Direct(in Flow flow)
    {
        if (HasRequest(flow))
        {
            var agent = observer.Names.Request(flow.Content - 1).Agent;
            if (!_agents.TryGetValue(agent, out var known)) _agents[agent] = known = Read(observer.Names.RequestWord(agent));
            if (known.Program != Unknown) return known.Program;
        }

        return ClientStacks.ProgramOf(flow.Stack) is { } program ? Number(program) : Unknown;
    }

    (byte Program, SoftwareEntry? Entry) Read(ReadOnlySpan<byte> agent)
    {
        var entry = catalogue.FindAgent(agent);
        if (entry is not null) return (Number(entry.Programs[0]), entry);
        return (BrowserOf(Encoding.Latin1.GetString(agent)) is { } browser ? Number(browser) : Unknown, null);
    }

    /// <summary>Browsers all begin with Mozilla/5.0; the rest tells them apart, the more special first.</summary>
    static string? BrowserOf(string agent)
    {
        if (agent.Contains("Thunderbird/", StringComparison.Ordinal)) return "Thunderbird";
        if (agent.Contains("Firefox/", StringComparison.Ordinal)) return "Firefox";
        if (agent.Contains("Edg/", StringComparison.Ordinal)) return "Edge";
        if (agent.Contains("OPR/", StringComparison.Ordinal)) return "Opera";
        if (agent.Contains("Chrome/", StringComparison.Ordinal)) return "Chromium";
        return agent.Contains("Safari/", StringComparison.Ordinal) ? "Safari" : null;
    }

    byte Number(string program)
    {
        var number = _names.IndexOf(program);
        if (number > 0) return (byte)number;
        if (_names.Count >= MaxPrograms) return Unknown;
        _names.Add(program);
        return (byte)(_names.Count - 1);
    }
}
