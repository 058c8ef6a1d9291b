namespace Kansatsu.Pages;

[Collection(BrowserCollection.Name)]
public class ShellTests(Browsing browsing)
{
    [BrowserFact]
    public async Task Keys_lead_to_pages_help_languages_and_colours()
    {
        await using var sheet = await browsing.OpenAsync("/");
        await Assertions.Expect(sheet.Page.Locator("h1")).ToBeVisibleAsync();
        foreach (var (key, path) in new[] { ("3", "/flows"), ("5", "/telegrams"), ("9", "/health"), ("1", "/") })
        {
            await sheet.Page.Keyboard.PressAsync(key);
            await sheet.Page.WaitForFunctionAsync("path => location.pathname === path", path);
        }

        await sheet.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(sheet.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("the filter of the flows");
        await sheet.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await sheet.Page.Keyboard.PressAsync("l");
        await Assertions.Expect(sheet.Page.Locator("h1")).ToHaveTextAsync("概観");
        await Assertions.Expect(sheet.Page.Locator("html")).ToHaveAttributeAsync("lang", "ja");
        await sheet.Page.Keyboard.PressAsync("t");
        await sheet.PlaceHasAsync("theme=dark");
        await sheet.Page.Keyboard.PressAsync("2");
        await sheet.PlaceHasAsync("lang=ja");
        Assert.Contains("theme=dark", sheet.Place, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Rows_are_walked_with_j_and_k_and_opened_with_enter()
    {
        await using var sheet = await browsing.OpenAsync("/flows");
        await sheet.HasAsync("flows");
        foreach (var key in new[] { "j", "j", "j", "k" }) await sheet.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(sheet.Of("flows").Locator("[data-row]").Nth(1)).ToBeFocusedAsync();
        await sheet.Page.Keyboard.PressAsync("Enter");
        await sheet.HasAsync("drawer");
        await sheet.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet.Of("flows").Locator("[data-row]").Nth(1)).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Zoom_keys_halve_double_and_move_the_span()
    {
        await using var sheet = await browsing.OpenAsync("/?from=1000&to=2000");
        await sheet.Page.Keyboard.PressAsync("+");
        await sheet.PlaceHasAsync("from=1250&to=1750");
        await sheet.Page.Keyboard.PressAsync("]");
        await sheet.PlaceHasAsync("from=1500&to=2000");
        await sheet.Page.Keyboard.PressAsync("-");
        await sheet.PlaceHasAsync("from=1250&to=2250");
    }

    [BrowserFact]
    public async Task Language_and_colours_can_be_chosen_and_stay_from_page_to_page()
    {
        await using var sheet = await browsing.OpenAsync("/findings");
        await sheet.Page.Locator("select[name=lang]").SelectOptionAsync("ja");
        await sheet.Page.Locator("select[name=theme]").SelectOptionAsync("dark");
        await sheet.SaysAsync("ポート 8001 が届かない");
        Assert.Equal("rgb(21, 24, 29)", await sheet.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "フロー", Exact = false }).First.ClickAsync();
        await sheet.PlaceHasAsync("theme=dark");
        await Assertions.Expect(sheet.Page.Locator("h1")).ToHaveTextAsync("フロー");
        await sheet.Page.GoBackAsync();
        await Assertions.Expect(sheet.Page.Locator("h1")).ToHaveTextAsync("発見");
    }

    [BrowserFact]
    public async Task Times_follow_the_chosen_zone()
    {
        await using var sheet = await browsing.OpenAsync("/?from=1213401988&to=1213402499");
        await Assertions.Expect(sheet.Of("span")).ToContainTextAsync("2008-06-14 09:06:28");
        await sheet.Page.Locator("select[name=tz]").SelectOptionAsync("UTC");
        await Assertions.Expect(sheet.Of("span")).ToContainTextAsync("2008-06-14 00:06:28");
        await sheet.PlaceHasAsync("tz=UTC");
    }
}
