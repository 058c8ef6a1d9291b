using System.Net;
using System.Text.Json;
using Kansatsu.App;
using Kansatsu.App.Api;
using Kansatsu.App.Keeping;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Tests.App;

namespace Kansatsu.Tests.Api;

/// <summary>A server on loopback over a store of its own that holds some samples.</summary>
public sealed class Served : IAsyncDisposable, IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kansatsu-api-");
    readonly CancellationTokenSource _stop = new();
    readonly SqliteStore _store;
    readonly WebServer _server;

    Served(string? token, params string[] samples)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "api.db");
        using (var empty = Import.OpenStore(Path)) empty.Budget = StoreBudget.Default with { Days = 36_500 };
        foreach (var sample in samples) Read(sample);
        _store = SqliteStore.OpenToRead(Path);
        _server = WebServer.StartAsync(new Serving(_store) { Stopping = _stop.Token }, PageFiles.Load(null), new Gate(token), new Listening(IPAddress.Loopback, 0)).GetAwaiter().GetResult();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_server.Addresses.First()) };
    }

    public string Path { get; }

    public HttpClient Client { get; }

    public static Served Of(params string[] samples) => new(null, samples);

    public static Served Guarded(string token) => new(token);

    public void Read(string sample)
    {
        var request = new Request
        {
            Verb = Verbs.All[0],
            Files = [System.IO.Path.Combine(Call.Root, "samples", sample)],
            Clock = new Clock(TimeZoneInfo.Utc),
            Language = Language.English,
            Store = Path,
            Quiet = true,
        };
        new Import(request, new Terminal { Output = Stream.Null, Error = TextWriter.Null }).Run().Dispose();
    }

    public async Task<(HttpStatusCode Status, JsonElement Json)> AskAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        var (status, json) = await AskAsync(path);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {status} {json}");
        return json;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Client.Dispose();
        await _server.DisposeAsync();
        _store.Dispose();
        _stop.Dispose();
        _folder.Delete(recursive: true);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}

/// <summary>One server for all tests that only ask.</summary>
public sealed class ServedSamples : IDisposable
{
    public Served Served { get; } = Served.Of("2008-06-14-eew.pcapng", "everyday.pcap", "multicast.pcap");

    public void Dispose() => Served.Dispose();
}
