using System.Globalization;
using System.Text.Json;
using Kansatsu.Fuzz;
using Kansatsu.Tests.App;

namespace Kansatsu.Tests.Corpus;

/// <summary>
/// `read --json` against the reference facts of the corpus, when it is there: for every fact all but one, or all but 2 %, of the captures that have it
/// agree. Where they do not, docs/reference/reference-captures.md says why.
/// </summary>
public class CorpusFacts
{
    const double Least = 0.98;

    static readonly Dictionary<string, string> s_types = new(StringComparer.Ordinal)
    {
        ["1"] = "A",
        ["2"] = "NS",
        ["5"] = "CNAME",
        ["6"] = "SOA",
        ["12"] = "PTR",
        ["15"] = "MX",
        ["16"] = "TXT",
        ["28"] = "AAAA",
        ["33"] = "SRV",
        ["43"] = "DS",
        ["47"] = "NSEC",
        ["48"] = "DNSKEY",
        ["65"] = "HTTPS",
        ["255"] = "ANY",
        ["257"] = "CAA",
        ["35"] = "NAPTR",
        ["64"] = "SVCB",
        ["32"] = "NB",
    };

    readonly SortedDictionary<string, (int Agree, int Total, List<string> Differ)> _facts = new(StringComparer.Ordinal);

    [Fact]
    public void What_read_counts_agrees_with_the_reference()
    {
        if (Seeds.CorpusFolder is not { } folder) return;
        var oracles = Path.Combine(folder, "..", "oracle", "visible");
        if (!Directory.Exists(oracles)) return;
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            var oracle = Path.Combine(oracles, Path.GetFileName(path) + ".json");
            if (!File.Exists(oracle)) continue;
            using var expected = JsonDocument.Parse(File.ReadAllBytes(oracle));
            if (expected.RootElement.GetProperty("readable").GetString() is not ("full" or "full-with-warning")) continue;
            using var actual = JsonDocument.Parse(Call.Of("read", "--json", path).Output);
            Compare(Path.GetFileName(path), expected.RootElement, actual.RootElement);
        }

        Assert.NotEmpty(_facts);
        var short_ = _facts.Where(f => f.Value.Total - f.Value.Agree > Math.Max(1, f.Value.Total * (1 - Least)))
            .Select(f => $"{f.Key}: {f.Value.Agree} of {f.Value.Total}, not {string.Join(", ", f.Value.Differ)}");
        Assert.Empty(short_);
    }

    void Compare(string name, JsonElement expected, JsonElement actual)
    {
        Same(name, "frames", Number(expected, "packets"), Number(actual, "frames"));
        Same(name, "bytes", Number(expected, "wire_bytes"), Number(actual, "bytes"));
        Same(name, "packets.ipv6", Number(expected, "outermost_ip", "ipv6"), Number(actual, "packets", "ipv6"));
        Same(name, "packets.ipv4", Number(expected, "outermost_ip", "ip"), Number(actual, "packets", "ipv4"));
        foreach (var transport in new[] { "tcp", "udp", "icmpv6", "icmp", "sctp" })
        {
            var count = Number(expected, "ipv6_transport", transport) + Number(expected, "ipv4_only_transport", transport);
            if (count > 0) Same(name, "transports." + transport, count, Number(actual, "transports", transport));
        }

        CompareFlowsAndAddresses(name, expected, actual);
        CompareNames(name, expected, actual);
        foreach (var (theirs, ours) in new[] { ("udp", "udp"), ("tcp", "tcp"), ("icmpv6", "icmpv6"), ("ip", "ipv4") })
            if (Has(expected, "checksums", theirs)) Same(name, "bad checksums " + ours, Number(expected, "checksums", theirs, "bad"), Number(actual, "bad_checksums", ours));
    }

    void CompareFlowsAndAddresses(string name, JsonElement expected, JsonElement actual)
    {
        if (Has(expected, "icmpv6_type")) SameSet(name, "icmpv6_types", Pairs(expected, "icmpv6_type"), Pairs(actual, "icmpv6_types"), exact: true);
        if (Number(expected, "outermost_ip", "ipv6") > 0)
        {
            Same(name, "addresses.ipv6_sources", Number(expected, "ipv6_src_distinct"), Number(actual, "addresses", "ipv6_sources"));
            Same(name, "addresses.ipv6_destinations", Number(expected, "ipv6_dst_distinct"), Number(actual, "addresses", "ipv6_destinations"));
        }

        foreach (var transport in new[] { "tcp", "udp" })
        {
            var streams = Number(expected, transport + "_streams");
            if (streams == 0) continue;
            var isNear = Math.Abs(streams - Number(actual, "flows", transport)) <= Math.Max(1, streams * 0.02);
            Note(name, "flows." + transport, isNear);
        }
    }

    void CompareNames(string name, JsonElement expected, JsonElement actual)
    {
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var via in new[] { "dns", "mdns", "llmnr" })
        {
            var questions = Keys(expected, via, "questions").Select(Question).ToHashSet(StringComparer.Ordinal);
            foreach (var pair in Keys(expected, via, "aaaa_pairs")) addresses.Add(Lower(Before(pair)) + " " + After(pair));
            if (questions.Count == 0 || Keys(expected, via, "questions").Count() != Number(expected, via, "questions_distinct")) continue;
            var found = List(actual, "names", "dns_queries").Where(q => q.GetProperty("via").GetString() == via)
                .Select(q => Lower(q.GetProperty("name").GetString()!) + " " + q.GetProperty("type").GetString());
            SameSet(name, via + " questions", questions, found.ToHashSet(StringComparer.Ordinal));
        }

        if (addresses.Count > 0)
            SameSet(name, "AAAA answers", addresses, List(actual, "names", "dns_answers").Where(a => a.GetProperty("address").GetString()!.Contains(':', StringComparison.Ordinal))
                .Select(a => Lower(a.GetProperty("name").GetString()!) + " " + a.GetProperty("address").GetString()).ToHashSet(StringComparer.Ordinal));
        foreach (var source in new[] { "tls_sni", "quic_sni" })
            if (Has(expected, source)) SameSet(name, source, Keys(expected, source).Select(Lower).ToHashSet(StringComparer.Ordinal), List(actual, "names", source).Select(s => Lower(s.GetString()!)).ToHashSet(StringComparer.Ordinal));
        if (Has(expected, "http_requests"))
            SameSet(name, "http", Keys(expected, "http_requests").ToHashSet(StringComparer.Ordinal), List(actual, "names", "http").Select(Request).ToHashSet(StringComparer.Ordinal));
        if (Has(expected, "mld", "groups_reported"))
            SameSet(name, "mld groups", Keys(expected, "mld", "groups_reported").ToHashSet(StringComparer.Ordinal), List(actual, "groups").Where(g => g.GetProperty("reports").GetInt64() > 0).Select(g => g.GetProperty("group").GetString()!).ToHashSet(StringComparer.Ordinal));
    }

    static string Request(JsonElement request) =>
        $"{request.GetProperty("method").GetString()} {(request.TryGetProperty("host", out var host) ? host.GetString() : "")} {request.GetProperty("path").GetString()}";

    void Same(string name, string fact, long expected, long actual) => Note(name, fact, expected == actual);

    void SameSet(string name, string fact, HashSet<string> expected, HashSet<string> actual, bool exact = false) =>
        Note(name, fact, exact ? expected.SetEquals(actual) : expected.IsSubsetOf(actual) && actual.Except(expected, StringComparer.Ordinal).Count() <= Math.Max(1, expected.Count / 20));

    void Note(string name, string fact, bool agrees)
    {
        var (agree, total, differ) = _facts.TryGetValue(fact, out var known) ? known : (0, 0, []);
        if (!agrees) differ.Add(name);
        _facts[fact] = (agree + (agrees ? 1 : 0), total + 1, differ);
    }

    static string Question(string question)
    {
        var type = After(question);
        return Lower(Before(question)) + " " + (s_types.TryGetValue(type, out var known) ? known : "TYPE" + type);
    }

    static string Before(string text) => text[..Math.Max(0, text.LastIndexOf(' '))];

    static string After(string text) => text[(text.LastIndexOf(' ') + 1)..];

    static string Lower(string text) => text.ToLowerInvariant().TrimEnd('.');

    static bool TryFind(JsonElement element, string[] path, out JsonElement found)
    {
        found = element;
        foreach (var step in path)
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(step, out found)) return false;
        return true;
    }

    static long Number(JsonElement element, params string[] path) => TryFind(element, path, out var found) && found.ValueKind == JsonValueKind.Number ? found.GetInt64() : 0;

    static bool Has(JsonElement element, params string[] path) => Keys(element, path).Any();

    static IEnumerable<string> Keys(JsonElement element, params string[] path) =>
        TryFind(element, path, out var found) && found.ValueKind == JsonValueKind.Object ? found.EnumerateObject().Select(p => p.Name) : [];

    static IEnumerable<JsonElement> List(JsonElement element, params string[] path) =>
        TryFind(element, path, out var found) && found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : [];

    static HashSet<string> Pairs(JsonElement element, params string[] path) => TryFind(element, path, out var found)
        ? found.EnumerateObject().Where(p => p.Value.GetInt64() != 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name} {p.Value.GetInt64()}")).ToHashSet(StringComparer.Ordinal)
        : [];
}
