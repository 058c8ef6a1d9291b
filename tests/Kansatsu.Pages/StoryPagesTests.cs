using System.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.Pages;

[Collection(BrowserCollection.Name)]
public class StoryPagesTests(Browsing browsing)
{
    [BrowserFact]
    public async Task A_channel_shows_its_beat_and_zoomed_in_each_packet_of_a_burst()
    {
        // Eight and a half minutes hold eighteen bursts of the keep-alives and one telegram.
        await using var sheet = await browsing.OpenAsync("/channels?from=1213401980&to=1213402500");
        var card = sheet.Of("channels").Locator("article", new() { HasText = "6101" }).First;
        await Assertions.Expect(card).ToContainTextAsync("every 30 s");
        await Assertions.Expect(card).ToContainTextAsync("nobody joined");
        var strip = card.GetByTestId("strip");
        await Assertions.Expect(strip).ToHaveAttributeAsync("data-strokes", "19");
        // A second around the first burst: its three packets, 52 ms apart.
        await sheet.Page.GotoAsync("/channels?from=1213401987.9&to=1213401988.9");
        await Assertions.Expect(strip).ToHaveAttributeAsync("data-strokes", "3");
        await sheet.DragAsync(strip, 0.2f, 0.5f);
        await sheet.PlaceHasAsync("-from=1213401987.9&");
        await Assertions.Expect(strip).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_earthquake_stands_on_the_map_with_its_verdict_and_is_no_warning()
    {
        await using var sheet = await browsing.OpenAsync("/telegrams");
        await Assertions.Expect(sheet.Of("notice")).ToContainTextAsync("an observation, not for the protection of life");
        await Assertions.Expect(sheet.Of("event")).ToContainTextAsync("M 7.2");
        await Assertions.Expect(sheet.Of("event")).ToContainTextAsync("doubtful");
        await Assertions.Expect(sheet.Of("event")).ToContainTextAsync("single-copy");
        await sheet.Of("telegrams").GetByText("2008-06-14").ClickAsync();
        await sheet.PlaceHasAsync("event=20080614090756");
        await Assertions.Expect(sheet.Of("epicentre")).ToBeVisibleAsync();
        await Assertions.Expect(sheet.Of("event")).ToContainTextAsync("Southern inland Iwate Prefecture");
        await Assertions.Expect(sheet.Of("event")).ToContainTextAsync("3 copies");
        await Assertions.Expect(sheet.Of("event")).ToContainTextAsync("consistent");
        await Assertions.Expect(sheet.Of("drill")).ToHaveCountAsync(0);
        await sheet.Page.GetByText("The telegram itself").First.ClickAsync();
        await sheet.SaysAsync("ND20080614090756 NCN001");
    }

    [BrowserFact]
    public async Task A_drill_cannot_be_mistaken_for_an_earthquake()
    {
        await using var observatory = await Observatory.EmptyAsync();
        observatory.Read("2008-06-14-eew.pcapng");
        observatory.Write("drill", writer => writer.Add(Drill(observatory)));
        await using var sheet = await browsing.OpenAsync("/telegrams?lang=ja", observatory);
        await Assertions.Expect(sheet.Of("notice")).ToContainTextAsync("人命を守るためのものではありません");
        await Assertions.Expect(sheet.Of("telegrams").Locator("nav .drill")).ToContainTextAsync("訓練");
        await Assertions.Expect(sheet.Of("drill")).ToContainTextAsync("実際の地震ではありません");
        await Assertions.Expect(sheet.Of("event").Locator(".drill")).ToHaveCountAsync(2);
    }

    [BrowserFact]
    public async Task Names_that_moved_show_before_and_after_what_broke_and_what_saved_it()
    {
        await using var sheet = await browsing.OpenAsync("/moves");
        await sheet.HasAsync("curve");
        var broken = sheet.Of("moves").Locator("tr", new() { HasText = "www.inaho.example.org" });
        await Assertions.Expect(broken).ToContainTextAsync("large packets lost");
        await Assertions.Expect(broken).ToContainTextAsync("nothing saved it");
        var moved = sheet.Of("moves").Locator("tr", new() { HasText = "safebrowsing.googleapis.com" });
        await Assertions.Expect(moved).ToContainTextAsync("works");
        await Assertions.Expect(moved).ToContainTextAsync("IPv6 1 · IPv4 0");
        await Assertions.Expect(moved).ToContainTextAsync("14:03:30");
        await Assertions.Expect(sheet.Of("move-figures")).ToContainTextAsync("moved to IPv6");
    }

    [BrowserFact]
    public async Task Findings_open_with_evidence_and_remedy_and_are_sorted_out_by_severity_and_name()
    {
        await using var sheet = await browsing.OpenAsync("/findings");
        await sheet.Of("findings").GetByText("nothing from 2001:380:50c:99::51").ClickAsync();
        await sheet.PlaceHasAsync("open=");
        await sheet.SaysAsync("What to do:");
        await sheet.SaysAsync("it came every 5.0 s");
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "warning", Exact = true }).ClickAsync();
        await sheet.PlaceHasAsync("severity=warning");
        await Assertions.Expect(sheet.Of("findings")).Not.ToContainTextAsync("PIM was heard");
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "ipv6-broken" }).ClickAsync();
        await sheet.PlaceHasAsync("name=ipv6-broken");
        await Assertions.Expect(sheet.Of("findings")).Not.ToContainTextAsync("port 8001 since");
    }

    [BrowserFact]
    public async Task The_diary_tells_a_day_in_sentences_that_lead_to_their_evidence()
    {
        await using var sheet = await browsing.OpenAsync("/diary?day=2008-06-14");
        await Assertions.Expect(sheet.Of("diary").Locator("ol li").First).ToBeVisibleAsync();
        await sheet.SaysAsync("14 June 2008");
        await Assertions.Expect(sheet.Of("diary")).ToContainTextAsync("ff3e::8000:1000");
        await sheet.Of("diary").GetByRole(AriaRole.Link, new() { Name = "2026-11-22" }).ClickAsync();
        await sheet.PlaceHasAsync("day=2026-11-22");
        await Assertions.Expect(sheet.Of("diary")).ToContainTextAsync("22 November 2026");
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "the finding" }).First.ClickAsync();
        await sheet.PlaceHasAsync("open=");
        await Assertions.Expect(sheet.Of("findings").Locator("details[open]")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task Sensor_health_names_each_source_and_what_was_refused()
    {
        await using var sheet = await browsing.OpenAsync("/health");
        await Assertions.Expect(sheet.Of("sources").Locator("tbody tr")).ToHaveCountAsync(4);
        await Assertions.Expect(sheet.Of("sources")).ToContainTextAsync("10,765");
        await Assertions.Expect(sheet.Of("store")).ToContainTextAsync("1,100");
        await sheet.SaysAsync("every table had room");
    }

    /// <summary>The telegram of 2008 again, as a drill of the next day.</summary>
    static StoredDocument Drill(Observatory observatory)
    {
        using var store = SqliteStore.OpenToRead(observatory.StorePath);
        var real = store.Queries.Documents(new DocumentQuery(DocumentKinds.Telegram))[0];
        var json = Encoding.UTF8.GetString(real.Json.Span).Replace("\"training\":false", "\"training\":true", StringComparison.Ordinal)
            .Replace("\"standing\":\"live\"", "\"standing\":\"drill\"", StringComparison.Ordinal).Replace("2008-06-14T00:08", "2008-06-15T00:08", StringComparison.Ordinal);
        return real with { First = real.First.Add(86_400 * Timestamp.PerSecond), Last = real.Last.Add(86_400 * Timestamp.PerSecond), Json = Encoding.UTF8.GetBytes(json) };
    }
}
