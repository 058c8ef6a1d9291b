using Kansatsu.Analysis;

namespace Kansatsu.Tests.Analysis.Software;

public class CatalogueTests
{
    static readonly SoftwareCatalogue s_catalogue = new();

    static readonly string[] s_purposes =
    [
        "safe-browsing", "update", "telemetry", "push", "connectivity-check", "remote-settings", "component-download", "time", "revocation", "sync", "location",
        "login", "ads-suggestions", "ipv6-probe", "resolver", "mail", "packages", "media", "p2p", "iot", "monitoring", "cloud", "gaming", "chat", "crash-reports",
        "backup", "vpn", "antivirus", "search", "fonts-scripts",
    ];

    [Fact]
    public void It_holds_what_was_promised()
    {
        var entries = s_catalogue.Entries.ToList();
        Assert.InRange(entries.Count, 250, int.MaxValue);
        Assert.InRange(entries.SelectMany(e => e.Programs).Distinct(StringComparer.Ordinal).Count(), 60, int.MaxValue);
        Assert.All(entries, e => Assert.Contains(e.Purpose, s_purposes));
        Assert.All(entries, e => Assert.True(e.What.Length > 3 && e.Source.Length > 3, e.Match));
    }

    [Fact]
    public void No_match_stands_there_twice()
    {
        var twice = Lines().GroupBy(l => l.Split('|')[0].Trim(), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Empty(twice);
    }

    [Fact]
    public void No_entry_shadows_another()
    {
        foreach (var entry in s_catalogue.Entries)
        {
            if (entry.Match.StartsWith("agent:", StringComparison.Ordinal)) continue;
            // Whatever is said of a name must be found by that name, and not by a wider entry that says the same.
            var slash = entry.Match.IndexOf('/');
            var host = slash > 0 ? entry.Match[..slash] : entry.Match;
            var probe = host.TrimStart('*', '.');
            if (host.StartsWith("*.", StringComparison.Ordinal)) probe = "probe." + probe;
            var found = s_catalogue.Find(System.Text.Encoding.ASCII.GetBytes(probe), slash > 0 ? System.Text.Encoding.ASCII.GetBytes(entry.Match[slash..]) : default);
            Assert.True(ReferenceEquals(entry, found), $"{entry.Match} is shadowed by {found?.Match}");
            var wider = Wider(host);
            Assert.False(wider is not null && wider.Purpose == entry.Purpose && wider.What == entry.What && wider.Programs.SequenceEqual(entry.Programs) && slash < 0,
                $"{entry.Match} only repeats {wider?.Match}");
        }
    }

    [Theory]
    [InlineData("safebrowsing.googleapis.com", "safe-browsing")]
    [InlineData("SAFEBROWSING.googleapis.com.", "safe-browsing")]
    [InlineData("2.debian.pool.ntp.org", "time")]
    [InlineData("ipv4only.arpa", "ipv6-probe")]
    [InlineData("detectportal.firefox.com", "connectivity-check")]
    public void Names_are_found_whatever_their_case(string name, string purpose) =>
        Assert.Equal(purpose, s_catalogue.Find(System.Text.Encoding.ASCII.GetBytes(name), default)?.Purpose);

    [Fact]
    public void A_suffix_holds_for_itself_and_all_below_and_nothing_beside_it()
    {
        var catalogue = new SoftwareCatalogue();
        Assert.Empty(catalogue.Add(new StringReader(".vendor.invalid | Lamp | iot | calls home | a test\n*.pool.invalid | Clock | time | asks the time | a test\n")));
        Assert.Equal("Lamp", catalogue.Find("vendor.invalid"u8, default)?.Programs[0]);
        Assert.Equal("Lamp", catalogue.Find("a.b.vendor.invalid"u8, default)?.Programs[0]);
        Assert.Null(catalogue.Find("notvendor.invalid"u8, default));
        Assert.Equal("Clock", catalogue.Find("1.pool.invalid"u8, default)?.Programs[0]);
        Assert.Null(catalogue.Find("a.1.pool.invalid"u8, default));
        Assert.Null(catalogue.Find("pool.invalid"u8, default));
    }

    [Fact]
    public void One_s_own_file_replaces_entries_and_says_what_it_cannot_read()
    {
        var catalogue = new SoftwareCatalogue();
        var problems = catalogue.Add(new StringReader("# mine\n\nsafebrowsing.googleapis.com | Mine | cloud | something else | me\nnot an entry\n"));
        Assert.Equal("Mine", catalogue.Find("safebrowsing.googleapis.com"u8, default)?.Programs[0]);
        Assert.Contains("line 4", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_path_and_the_longest_agent_win()
    {
        var catalogue = new SoftwareCatalogue();
        catalogue.Add(new StringReader("h.invalid | A | update | host | t\nh.invalid/x | B | update | path | t\nh.invalid/xy | C | update | longer path | t\nagent:Foo/ | D | cloud | any | t\nagent:Foo/2 | E | cloud | two | t\n"));
        Assert.Equal("A", catalogue.Find("h.invalid"u8, default)?.Programs[0]);
        Assert.Equal("A", catalogue.Find("h.invalid"u8, "/z"u8)?.Programs[0]);
        Assert.Equal("B", catalogue.Find("h.invalid"u8, "/x?1"u8)?.Programs[0]);
        Assert.Equal("C", catalogue.Find("h.invalid"u8, "/xyz"u8)?.Programs[0]);
        Assert.Equal("D", catalogue.FindAgent("Foo/1.0"u8)?.Programs[0]);
        Assert.Equal("E", catalogue.FindAgent("Foo/2.0"u8)?.Programs[0]);
        Assert.Null(catalogue.FindAgent("foo/2.0"u8));
    }

    static SoftwareEntry? Wider(string host)
    {
        var dot = host.TrimStart('.').IndexOf('.');
        return dot < 0 ? null : s_catalogue.Find(System.Text.Encoding.ASCII.GetBytes(host.TrimStart('.')[(dot + 1)..]), default) is { } found && found.Match.StartsWith('.') ? found : null;
    }

    static IEnumerable<string> Lines()
    {
        using var stream = typeof(SoftwareCatalogue).Assembly.GetManifestResourceStream("catalogue.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}
