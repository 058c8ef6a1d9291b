using Deque.AxeCore.Playwright;

namespace Kansatsu.Pages;

[Collection(BrowserCollection.Name)]
public class AccessTests(Browsing browsing)
{
    static readonly string[] s_pages =
        ["/", "/?from=1795323759&to=1795323882&compare=day", "/peers", "/flows", "/channels", "/telegrams", "/moves", "/findings", "/diary", "/health", "/?help=1"];

    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var page in s_pages)
                foreach (var theme in new[] { "light", "dark" }) pages.Add(page, theme);
            return pages;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task No_page_has_a_serious_fault_of_access_in_either_theme(string page, string theme)
    {
        await using var sheet = await browsing.OpenAsync($"{page}{(page.Contains('?') ? '&' : '?')}theme={theme}", bypassPolicy: true);
        await sheet.Page.WaitForFunctionAsync("() => document.querySelector('h1') && !document.querySelector('[aria-busy=true]')");
        await AssertNoFaultAsync(sheet);
    }

    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_drawer_has_none_either(string theme)
    {
        await using var sheet = await browsing.OpenAsync($"/flows?theme={theme}", bypassPolicy: true);
        await sheet.Of("flows").Locator("[data-row]").First.ClickAsync();
        await sheet.HasAsync("command");
        await AssertNoFaultAsync(sheet);
    }

    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Every_cause_has_a_colour_with_contrast_against_every_ground(string theme)
    {
        await using var sheet = await browsing.OpenAsync($"/?theme={theme}");
        await sheet.HasAsync("causes");
        foreach (var kind in Enum.GetValues<Analysis.CauseKind>().Select(Analysis.CauseNames.Of).Append("v4").Append("v6"))
        {
            foreach (var ground in new[] { "bg", "panel", "raised" })
            {
                var contrast = await sheet.Page.EvaluateAsync<double>(Contrast, new[] { $"--{kind}", $"--{ground}" });
                Assert.True(contrast >= 3, $"{kind} on {ground} ({theme}): {contrast:0.00}");
            }
        }
    }

    const string Contrast = """
        names => {
          const light = name => {
            const probe = document.body.appendChild(document.createElement('i'));
            probe.style.color = `var(${name})`;
            const [r, g, b] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            probe.remove();
            return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
          };
          const [a, b] = names.map(light);
          return Math.max(a, b) / Math.min(a, b);
        }
        """;

    static async Task AssertNoFaultAsync(Sheet sheet)
    {
        var result = await sheet.Page.RunAxe();
        var faults = result.Violations.Where(static v => v.Impact is "serious" or "critical").Select(static v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}");
        Assert.Empty(faults);
    }
}
