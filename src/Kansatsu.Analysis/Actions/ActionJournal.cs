using System.Globalization;
using System.Text.Json;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// The journal of declared actions: JSON lines with start, end, what, and names or five-tuples or process (docs/reference/actions.md). A line that
/// cannot be read is named and skipped.
/// </summary>
public sealed class ActionJournal
{
    /// <summary>An action without an end is over after this time.</summary>
    const long DefaultLength = 60 * Timestamp.PerSecond;

    readonly List<DeclaredAction> _actions = [];
    readonly List<string> _problems = [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<DeclaredAction> Actions => _actions;

    /// <summary>What could not be read, each with its line.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public static ActionJournal Read(TextReader lines)
    {
        var journal = new ActionJournal();
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (line.AsSpan().Trim() is [] or ['#', ..]) continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                journal.Add(document.RootElement, number);
            }
            catch (JsonException)
            {
                journal._problems.Add($"line {number}: not a JSON object");
            }
        }

        return journal;
    }

    void Add(JsonElement json, int line)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            _problems.Add($"line {line}: not a JSON object");
            return;
        }

        if (!TryTime(json, "start", out var start))
        {
            _problems.Add($"line {line}: \"start\" must be a time such as \"2011-06-08T00:00:00Z\"");
            return;
        }

        if (!TryTime(json, "end", out var end)) end = start.Add(DefaultLength);
        var names = new List<string>();
        foreach (var text in Texts(json, "names").Concat(Texts(json, "name")).Concat(Texts(json, "url")).Concat(Texts(json, "urls"))) names.Add(HostOf(text));
        var flows = new List<DeclaredFlow>();
        if (json.TryGetProperty("flows", out var list) && list.ValueKind == JsonValueKind.Array)
            foreach (var flow in list.EnumerateArray())
                if (flow.ValueKind == JsonValueKind.Object) flows.Add(FlowOf(flow));
        var process = Text(json, "process");
        if (names.Count == 0 && flows.Count == 0 && process is null)
        {
            _problems.Add($"line {line}: an action needs \"names\", \"flows\" or \"process\"");
            return;
        }

        Ipv6Address? host = Ipv6Address.TryParse(Text(json, "host") ?? "", out var address) ? address : null;
        _actions.Add(new DeclaredAction(start, end, Text(json, "what") ?? "a declared action", names, flows, process, host, line));
    }

    static DeclaredFlow FlowOf(JsonElement json)
    {
        byte? protocol = Text(json, "protocol")?.ToLowerInvariant() switch
        {
            "tcp" => IpProtocols.Tcp,
            "udp" => IpProtocols.Udp,
            "icmp" => IpProtocols.Icmp,
            "icmpv6" => IpProtocols.Icmpv6,
            _ => null,
        };
        return new DeclaredFlow(protocol, AddressOf(json, "source", "local"), PortOf(json, "source_port", "local_port"),
            AddressOf(json, "destination", "remote"), PortOf(json, "destination_port", "remote_port"));
    }

    static Ipv6Address? AddressOf(JsonElement json, string key, string otherKey) =>
        Ipv6Address.TryParse(Text(json, key) ?? Text(json, otherKey) ?? "", out var address) ? address : null;

    static ushort? PortOf(JsonElement json, string key, string otherKey) =>
        (json.TryGetProperty(key, out var value) || json.TryGetProperty(otherKey, out value)) && value.ValueKind == JsonValueKind.Number && value.TryGetUInt16(out var port) ? port : null;

    static bool TryTime(JsonElement json, string key, out Timestamp time)
    {
        time = default;
        if (!json.TryGetProperty(key, out var value)) return false;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is > 0 and < 9e9)
        {
            time = new Timestamp((long)(seconds * Timestamp.PerSecond));
            return true;
        }

        if (value.ValueKind != JsonValueKind.String
            || !DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)) return false;
        time = new Timestamp((parsed.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * 100);
        return true;
    }

    static string? Text(JsonElement json, string key) => json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static IEnumerable<string> Texts(JsonElement json, string key)
    {
        if (!json.TryGetProperty(key, out var value)) yield break;
        if (value.ValueKind == JsonValueKind.String) yield return value.GetString()!;
        if (value.ValueKind != JsonValueKind.Array) yield break;
        foreach (var item in value.EnumerateArray())
            if (item.ValueKind == JsonValueKind.String) yield return item.GetString()!;
    }

    static string HostOf(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var url)) text = url.IdnHost;
        return text.Trim().TrimEnd('.').ToLowerInvariant();
    }
}
