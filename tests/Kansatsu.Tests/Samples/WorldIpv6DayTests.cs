using System.Text.Json;
using Kansatsu.Tests.App;

namespace Kansatsu.Tests.Samples;

/// <summary>The re-enacted World IPv6 Day against the truth that its laboratory wrote down: the programs' sockets, the journal, the faults it made.</summary>
public class WorldIpv6DayTests
{
    static readonly string s_base = Path.Combine(Call.Root, "samples", "world-ipv6-day");
    static readonly string s_capture = s_base + ".pcap.gz";
    static readonly JsonElement s_truth = JsonDocument.Parse(File.ReadAllText(s_base + ".truth.json")).RootElement;
    static readonly Lazy<IReadOnlyList<JsonElement>> s_findings = new(() => Run("findings").JsonLines);

    [Fact]
    public void Causes_agree_with_the_labels()
    {
        var matrix = Run("causes", "--labels", s_base + ".labels.jsonl").Json;
        foreach (var kind in matrix.GetProperty("kinds").EnumerateArray())
        {
            Assert.InRange(kind.GetProperty("recall").GetDouble(), 0.98, 1);
            Assert.InRange(kind.GetProperty("precision").GetDouble(), 0.98, 1);
        }

        var programs = matrix.GetProperty("programs");
        Assert.InRange((double)programs[0].GetInt32() / programs[1].GetInt32(), 0.95, 1);
        Assert.InRange((double)matrix.GetProperty("unexplained_flows").GetInt32() / matrix.GetProperty("flows").GetInt32(), 0, 0.02);
        Assert.InRange((double)matrix.GetProperty("found").GetInt32() / matrix.GetProperty("labels").GetInt32(), 0.98, 1);
    }

    [Fact]
    public void Every_broken_name_is_found_with_its_way_and_whether_fallback_saved_it()
    {
        var broken = s_truth.GetProperty("broken").EnumerateArray().ToDictionary(
            b => b.GetProperty("name").GetString()!, b => (b.GetProperty("way").GetString()!, Saved(b)), StringComparer.Ordinal);
        Assert.Equal(4, broken.Values.Select(b => b.Item1).Distinct(StringComparer.Ordinal).Count());
        var found = s_findings.Value.Where(f => Is(f, "ipv6-broken")).ToDictionary(
            Subject, f => (f.GetProperty("way").GetString()!, f.GetProperty("saved").GetString()!), StringComparer.Ordinal);
        Assert.Equal(broken.OrderBy(b => b.Key, StringComparer.Ordinal), found.OrderBy(f => f.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void An_updater_that_fails_is_told()
    {
        var update = Assert.Single(s_findings.Value, f => Is(f, "updates-failing-over-ipv6"));
        Assert.Equal("APT: security.debian.org", Subject(update));
    }

    [Fact]
    public void Every_name_that_moved_moved_back_with_the_answers_that_made_it()
    {
        var truth = s_truth.GetProperty("names").EnumerateArray()
            .Where(n => n.GetProperty("fate").GetString() == "moves" && n.TryGetProperty("first_ipv6_flow", out var first) && first.ValueKind == JsonValueKind.String)
            .Select(n => n.GetProperty("name").GetString()!).ToHashSet(StringComparer.Ordinal);
        var broken = s_truth.GetProperty("broken").EnumerateArray().Select(b => b.GetProperty("name").GetString()!).ToHashSet(StringComparer.Ordinal);
        var moved = s_findings.Value.Where(f => Is(f, "moved-to-ipv6")).ToList();
        var names = moved.Select(Subject).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(names, truth.Except(broken).ToHashSet(StringComparer.Ordinal));
        // The truth counts TCP only; the clock's servers moved as well.
        Assert.All(names.Except(truth), name => Assert.EndsWith(".pool.ntp.org", name, StringComparison.Ordinal));
        Assert.All(moved, f => Assert.Contains(f.GetProperty("because").EnumerateArray(), b => b.GetString()!.Contains("the DNS answered AAAA", StringComparison.Ordinal)));
        Assert.Equal(names.Order(StringComparer.Ordinal), s_findings.Value.Where(f => Is(f, "moved-back")).Select(Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_Safe_Browsing_flow_reads_like_the_diary_s_discovery()
    {
        var flow = Run("flows", "--name", "safebrowsing", "--family", "6").JsonLines[0];
        var text = Call.Of("explain", flow.GetProperty("id").GetString()!, s_capture, "--actions", s_base + ".actions.jsonl", "--tz", "UTC", "--lang", "en").Output;
        foreach (var part in new[] { "Firefox: Safe Browsing list update", "was told", "no AAAA for this name", "answered AAAA for the first time", "moved to IPv6" }) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "does not work over IPv6")]
    [InlineData("ja", "IPv6 で動かない")]
    public void The_screen_tells_the_day_on_one_page(string language, string broken)
    {
        var call = Call.Of("read", s_capture, "--actions", s_base + ".actions.jsonl", "--lang", language, "--tz", "UTC");
        Assert.Equal(0, call.Code);
        Assert.Contains(broken, call.Output, StringComparison.Ordinal);
        Assert.Contains("moved-to-ipv6", call.Output, StringComparison.Ordinal);
        Assert.InRange(call.Output.Split('\n').Length, 30, 75);
    }

    static string Saved(JsonElement broken)
    {
        var (attempts, saved) = (0, 0);
        foreach (var met in broken.GetProperty("met_by").EnumerateArray())
        {
            attempts += met.GetProperty("attempts").GetInt32();
            saved += met.GetProperty("attempts_followed_by_ipv4").GetInt32();
        }

        return saved == 0 ? "never" : saved == attempts ? "always" : "sometimes";
    }

    static bool Is(JsonElement finding, string name) => finding.GetProperty("name").GetString() == name;

    static string Subject(JsonElement finding) => finding.GetProperty("subject").GetString()!;

    static Call Run(string verb, params string[] more) => Call.Of([verb, s_capture, "--json", "--actions", s_base + ".actions.jsonl", .. more]);
}
