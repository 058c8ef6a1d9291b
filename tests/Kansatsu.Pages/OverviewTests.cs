namespace Kansatsu.Pages;

[Collection(BrowserCollection.Name)]
public class OverviewTests(Browsing browsing)
{
    /// <summary>The two minutes of World IPv6 Day.</summary>
    const string Day = "/?from=1795323759&to=1795323882";

    [BrowserFact]
    public async Task It_says_what_this_is_and_shows_causes_peers_findings_and_what_is_unexplained()
    {
        await using var sheet = await browsing.OpenAsync("/");
        await sheet.SaysAsync("why it is there");
        await Assertions.Expect(sheet.Of("causes")).ToContainTextAsync("own-software");
        await Assertions.Expect(sheet.Of("unexplained")).ToContainTextAsync("0 %");
        await Assertions.Expect(sheet.Of("top-peers")).ToContainTextAsync("firefox.settings.services.mozilla.com");
        await Assertions.Expect(sheet.Of("newest-findings")).ToContainTextAsync("port 8001");
        await sheet.HasAsync("curve");
    }

    [BrowserFact]
    public async Task Recordings_that_lie_years_apart_are_listed_and_one_can_be_chosen()
    {
        await using var sheet = await browsing.OpenAsync("/");
        await Assertions.Expect(sheet.Of("recordings").GetByRole(AriaRole.Link)).ToHaveCountAsync(4);
        await sheet.Of("recordings").GetByRole(AriaRole.Link, new() { Name = "2008-06-14" }).ClickAsync();
        await sheet.PlaceHasAsync("from=1213401988");
        await Assertions.Expect(sheet.Of("causes")).ToContainTextAsync("channel-unjoined");
        await Assertions.Expect(sheet.Of("causes")).Not.ToContainTextAsync("own-software");
    }

    [BrowserFact]
    public async Task Dragging_over_the_curve_zooms_and_the_address_knows()
    {
        await using var sheet = await browsing.OpenAsync(Day);
        await Assertions.Expect(sheet.Of("curve").Locator("canvas")).ToBeVisibleAsync();
        await sheet.DragAsync(sheet.Of("curve").Locator(".u-over"), 0.4f, 0.6f);
        await sheet.PlaceHasAsync("-from=1795323759&");
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(sheet.Page.Url).Query);
        var (from, to) = (double.Parse(query["from"]!, System.Globalization.CultureInfo.InvariantCulture), double.Parse(query["to"]!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(from, 1795323759 + (0.35 * 123), 1795323759 + (0.45 * 123));
        Assert.InRange(to, 1795323759 + (0.55 * 123), 1795323759 + (0.65 * 123));
        await sheet.Page.Keyboard.PressAsync("0");
        await sheet.PlaceHasAsync("-from=");
    }

    [BrowserFact]
    public async Task Family_stacking_unit_and_the_day_before_stand_in_the_address()
    {
        await using var sheet = await browsing.OpenAsync(Day);
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "by family" }).ClickAsync();
        await Assertions.Expect(sheet.Of("curve")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("ipv4 .*ipv6 "));
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "IPv6", Exact = true }).First.ClickAsync();
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "packets" }).ClickAsync();
        await sheet.Page.GetByLabel("the day before").CheckAsync();
        await sheet.PlaceHasAsync("compare=day");
        Assert.Contains("by=family", sheet.Place, StringComparison.Ordinal);
        Assert.Contains("family=6", sheet.Place, StringComparison.Ordinal);
        Assert.Contains("unit=packets", sheet.Place, StringComparison.Ordinal);
        await Assertions.Expect(sheet.Of("curve")).Not.ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("ipv4"));
        await sheet.SaysAsync("nothing was seen then");
        await sheet.Page.ReloadAsync();
        await Assertions.Expect(sheet.Page.GetByLabel("the day before")).ToBeCheckedAsync();
    }
}
