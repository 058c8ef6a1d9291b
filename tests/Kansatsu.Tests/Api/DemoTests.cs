using System.IO.Pipelines;
using System.Text.Json;
using Kansatsu.App;

namespace Kansatsu.Tests.Api;

public class DemoTests
{
    [Fact]
    public async Task The_demonstration_answers_tells_its_stories_and_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        var output = new Pipe();
        var terminal = new Terminal { Output = output.Writer.AsStream(), Error = TextWriter.Null, Stop = stop.Token };
        var run = Task.Run(() => Program.Run(["demo", "--json", "--listen", "127.0.0.1:0"], terminal));
        using var reader = new StreamReader(output.Reader.AsStream());
        var address = JsonDocument.Parse((await reader.ReadLineAsync())!).RootElement.GetProperty("addresses")[0].GetString()!;
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var status = await ReadAsync(client);
        Assert.Equal(1100, status.GetProperty("store").GetProperty("flows").GetInt64());
        Assert.Contains("earthquake", status.GetProperty("stories")[0].GetProperty("title").GetString(), StringComparison.Ordinal);
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Done, await run);
        Assert.False(File.Exists(status.GetProperty("store").GetProperty("path").GetString()));
    }

    /// <summary>Waits until all four samples have been read; meanwhile what has been read so far is told.</summary>
    static async Task<JsonElement> ReadAsync(HttpClient client)
    {
        while (true)
        {
            var status = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/v1/status", UriKind.Relative))).RootElement;
            if (status.TryGetProperty("stories", out var stories) && stories.GetArrayLength() == 4) return status;
            Assert.True(status.TryGetProperty("reading", out _) || status.GetProperty("sources").GetArrayLength() < 4);
        }
    }
}
