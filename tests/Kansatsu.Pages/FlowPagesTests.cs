namespace Kansatsu.Pages;

[Collection(BrowserCollection.Name)]
public class FlowPagesTests(Browsing browsing)
{
    static ILocator FilterOf(Sheet sheet) => sheet.Page.GetByRole(AriaRole.Combobox, new() { Name = "Filter" });

    [BrowserFact]
    public async Task The_filter_completes_fields_and_values_that_the_store_has()
    {
        await using var sheet = await browsing.OpenAsync("/flows");
        await sheet.HasAsync("flows");
        await sheet.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(FilterOf(sheet)).ToBeFocusedAsync();
        await sheet.Page.Keyboard.TypeAsync("ca");
        await sheet.Page.GetByRole(AriaRole.Option, new() { Name = "cause" }).WaitForAsync();
        await sheet.Page.Keyboard.PressAsync("ArrowDown");
        await sheet.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(FilterOf(sheet)).ToHaveValueAsync("cause:");
        await sheet.Page.Keyboard.TypeAsync("channel-u");
        var option = sheet.Page.GetByRole(AriaRole.Option, new() { Name = "channel-unjoined" });
        await Assertions.Expect(option).ToContainTextAsync("2 flows");
        await option.ClickAsync();
        await sheet.PlaceHasAsync("filter=cause:channel-unjoined");
        await Assertions.Expect(sheet.Of("flows").Locator("tbody tr")).ToHaveCountAsync(2);
    }

    [BrowserFact]
    public async Task A_wrong_filter_is_answered_with_what_to_do()
    {
        await using var sheet = await browsing.OpenAsync("/flows");
        sheet.MayFail = true;
        await FilterOf(sheet).FillAsync("port:much");
        await sheet.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sheet.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("port:much");
    }

    [BrowserFact]
    public async Task Older_flows_are_a_page_further()
    {
        await using var sheet = await browsing.OpenAsync("/flows");
        await Assertions.Expect(sheet.Of("flows").Locator("tbody tr")).ToHaveCountAsync(100);
        var newest = await sheet.Of("flows").Locator("tbody tr").First.TextContentAsync();
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "older" }).ClickAsync();
        await sheet.PlaceHasAsync("before=");
        await Assertions.Expect(sheet.Of("flows").Locator("tbody tr").First).Not.ToHaveTextAsync(newest!);
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "newest" }).ClickAsync();
        await sheet.PlaceHasAsync("-before=");
    }

    [BrowserFact]
    public async Task The_drawer_tells_why_with_evidence_packets_and_a_command()
    {
        await using var sheet = await browsing.OpenAsync("/flows?filter=name%3Asafebrowsing.googleapis.com%20port%3A443");
        await sheet.Of("flows").Locator("[data-row]").First.ClickAsync();
        var drawer = sheet.Of("drawer");
        await Assertions.Expect(drawer).ToContainTextAsync("Safe Browsing");
        await Assertions.Expect(drawer).ToContainTextAsync("own-software");
        await Assertions.Expect(drawer.Locator(".evidence li").First).ToContainTextAsync("#");
        await Assertions.Expect(sheet.Of("confidence")).Not.ToBeEmptyAsync();
        var id = System.Web.HttpUtility.ParseQueryString(new Uri(sheet.Page.Url).Query)["why"];
        await Assertions.Expect(sheet.Of("command")).ToContainTextAsync($"kansatsu explain {id} ");
        await Assertions.Expect(sheet.Of("command")).ToContainTextAsync("world-ipv6-day.pcap.gz");
        await sheet.Page.ReloadAsync();
        await Assertions.Expect(drawer).ToContainTextAsync("Safe Browsing");
        await sheet.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(drawer).ToBeHiddenAsync();
        await sheet.PlaceHasAsync("-why=");
    }

    [BrowserFact]
    public async Task Peers_are_put_together_by_name_64_or_48_and_lead_to_their_flows()
    {
        await using var sheet = await browsing.OpenAsync("/peers?own=without");
        await Assertions.Expect(sheet.Of("peers")).ToContainTextAsync("push.services.mozilla.com");
        await Assertions.Expect(sheet.Of("peers")).Not.ToContainTextAsync("img.enoki.example.net");
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "/48" }).ClickAsync();
        await Assertions.Expect(sheet.Of("peers")).ToContainTextAsync("/48");
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "by name" }).ClickAsync();
        await sheet.Of("peers").GetByText("push.services.mozilla.com").ClickAsync();
        await sheet.PlaceHasAsync("/flows");
        await Assertions.Expect(FilterOf(sheet)).ToHaveValueAsync("name:push.services.mozilla.com");
        await Assertions.Expect(sheet.Of("flows").Locator("tbody tr").First).ToContainTextAsync("push.services.mozilla.com");
    }
}
