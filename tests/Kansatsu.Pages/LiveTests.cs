using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Pages;

[Collection(BrowserCollection.Name)]
public class LiveTests(Browsing browsing)
{
    public static TheoryData<string> Pages => ["/", "/peers", "/flows", "/channels", "/telegrams", "/moves", "/findings", "/diary", "/health"];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task An_empty_store_says_what_to_do(string page)
    {
        await using var observatory = await Observatory.EmptyAsync();
        await using var sheet = await browsing.OpenAsync(page, observatory);
        await Assertions.Expect(sheet.Of("empty").First).ToBeVisibleAsync();
        await Assertions.Expect(sheet.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Pages_follow_when_another_process_fills_the_store()
    {
        await using var observatory = await Observatory.EmptyAsync();
        await using var sheet = await browsing.OpenAsync("/", observatory);
        await sheet.SaysAsync("kansatsu read FILE --store PATH");
        observatory.Read("2008-06-14-eew.pcapng");
        await Assertions.Expect(sheet.Of("causes")).ToContainTextAsync("channel-unjoined");
        await Assertions.Expect(sheet.Of("updated")).ToHaveTextAsync("updated");
        observatory.Read("everyday.pcap");
        await Assertions.Expect(sheet.Of("causes")).ToContainTextAsync("own-housekeeping");
    }

    [BrowserFact]
    public async Task A_server_that_is_gone_is_told_with_a_remedy_and_its_return_is_noticed()
    {
        await using var observatory = await Observatory.EmptyAsync();
        observatory.Read("2008-06-14-eew.pcapng");
        await using var sheet = await browsing.OpenAsync("/channels", observatory);
        sheet.MayFail = true;
        await sheet.HasAsync("channels");
        await observatory.StopAsync();
        await Assertions.Expect(sheet.Of("dead")).ToContainTextAsync("kansatsu serve");
        // What was received stays to be read.
        await sheet.HasAsync("channels");
        observatory.Read("multicast.pcap");
        await observatory.StartAsync();
        await Assertions.Expect(sheet.Of("dead")).ToBeHiddenAsync();
        await Assertions.Expect(sheet.Of("channels").Locator("article")).ToHaveCountAsync(4);
    }

    [BrowserFact]
    public async Task What_comes_from_the_wire_is_text_and_nothing_else()
    {
        const string Hostile = "<img src=x onerror=document.title='taken'><script>document.title='taken'</script>";
        await using var observatory = await Observatory.EmptyAsync();
        observatory.Write(Hostile, writer => writer.Add(FlowNamed(Hostile), []));
        foreach (var page in new[] { "/", "/peers", "/flows", "/health" })
        {
            await using var sheet = await browsing.OpenAsync(page, observatory);
            await sheet.SaysAsync("onerror=document.title");
            Assert.Equal(0, await sheet.Page.Locator("main img, main script").CountAsync());
            Assert.DoesNotContain("taken", await sheet.Page.TitleAsync(), StringComparison.Ordinal);
        }
    }

    static FlowRecord FlowNamed(string name)
    {
        var (here, there) = (new Ipv6Address(0x2001_0db8_0000_0000, 1), new Ipv6Address(0x2001_0db8_0bad_0000, 1));
        return new FlowRecord
        {
            First = Timestamp.FromSeconds(1_800_000_000),
            Last = Timestamp.FromSeconds(1_800_000_001),
            Family = 6,
            Protocol = 6,
            Initiator = here,
            Responder = there,
            InitiatorPort = 50_000,
            ResponderPort = 443,
            PacketsOut = 1,
            BytesOut = 100,
            Way = FlowWay.Out,
            Name = name,
            NameFrom = NameSource.TlsSni,
            Cause = new Cause(CauseKind.OwnUnknown, name, Confidence.Guess, [new Evidence("content", name, [1])]),
        };
    }
}
