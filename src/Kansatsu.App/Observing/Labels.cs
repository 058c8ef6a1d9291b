using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>A file of labels, JSON lines (docs/reference/labels.md). A line that cannot be read is named and skipped.</summary>
sealed class Labels
{
    static readonly Clock s_utc = new(TimeZoneInfo.Utc);

    readonly List<Label> _all = [];
    readonly List<string> _problems = [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Label> All => _all;

    /// <summary>What could not be read, each with its line.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public static Labels Read(TextReader lines)
    {
        var labels = new Labels();
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (line.AsSpan().Trim() is [] or ['#', ..]) continue;
            if (labels.Add(line) is { } problem) labels._problems.Add($"line {number}: {problem}");
        }

        return labels;
    }

    string? Add(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Add(document.RootElement) : "not a JSON object";
        }
        catch (JsonException)
        {
            return "not a JSON object";
        }
    }

    string? Add(JsonElement json)
    {
        if (!Moment.TryParse(Text(json, "first") ?? "", s_utc, out var first) || first.IsTimeOfDay) return "\"first\" must be a time such as \"2011-06-08T00:00:00Z\"";
        if (!TryProtocol(Text(json, "protocol"), out var protocol)) return "\"protocol\" must be one that `flows` writes, such as tcp, udp, icmp, icmpv6";
        if (!Ipv6Address.TryParse(Text(json, "local") ?? "", out var local) || !Ipv6Address.TryParse(Text(json, "remote") ?? "", out var remote))
            return "\"local\" and \"remote\" must be addresses";
        if (!RequestReader.TryCause(Text(json, "kind") ?? "", out var kind)) return "\"kind\" must be a cause such as own-software";
        var isIcmp = protocol is IpProtocols.Icmp or IpProtocols.Icmpv6;
        var ends = new LabelEnds(protocol, local, Number(json, isIcmp ? "icmp_type" : "local_port"), remote, Number(json, isIcmp ? "icmp_type" : "remote_port"));
        _all.Add(new Label(first.Time, ends, kind, Text(json, "program"), Text(json, "name")));
        return null;
    }

    static bool TryProtocol(string? text, out byte protocol)
    {
        for (var number = 0; number <= byte.MaxValue; number++)
        {
            protocol = (byte)number;
            if (ProtocolNames.Of(protocol).Equals(text, StringComparison.OrdinalIgnoreCase)) return true;
        }

        protocol = 0;
        return false;
    }

    static string? Text(JsonElement json, string key) => json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static ushort Number(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetUInt16(out var number) ? number : (ushort)0;
}
