using System.Text.Json;

namespace Kansatsu.Tests.Api;

public class ChangesTests
{
    [Fact]
    public async Task A_page_that_listens_hears_of_what_another_process_writes()
    {
        await using var served = Served.Of("everyday.pcap");
        using var stream = await served.Client.GetStreamAsync(new Uri("/api/v1/events", UriKind.Relative));
        using var reader = new StreamReader(stream);
        var before = await NextAsync(reader);
        served.Read("2008-06-14-eew.pcapng");
        JsonElement after;
        do after = await NextAsync(reader);
        while (after.GetProperty("flows").GetInt64() < 59);
        Assert.Equal(55, before.GetProperty("flows").GetInt64());
        Assert.True(after.GetProperty("revision").GetInt64() > before.GetProperty("revision").GetInt64());
    }

    static async Task<JsonElement> NextAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return JsonDocument.Parse(line[6..]).RootElement;
        throw new InvalidOperationException("the stream ended");
    }
}
