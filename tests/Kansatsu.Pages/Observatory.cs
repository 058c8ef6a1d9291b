using System.Net;
using Kansatsu.App;
using Kansatsu.App.Api;
using Kansatsu.App.Keeping;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;

namespace Kansatsu.Pages;

/// <summary>A store in a folder of its own, and a server over it that can be stopped and started again.</summary>
sealed class Observatory : IAsyncDisposable
{
    static readonly string[] s_samples = ["2008-06-14-eew.pcapng", "world-ipv6-day.pcap.gz", "multicast.pcap", "everyday.pcap"];

    readonly string _folder = Directory.CreateTempSubdirectory("kansatsu-pages-").FullName;
    readonly CancellationTokenSource _stop = new();
    WebServer? _server;
    SqliteStore? _store;
    int _port;

    Observatory()
    {
    }

    public string StorePath => Path.Combine(_folder, "pages.db");

    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>Nothing has been read into it.</summary>
    public static async Task<Observatory> EmptyAsync()
    {
        var made = new Observatory();
        using (var empty = Import.OpenStore(made.StorePath)) empty.Budget = StoreBudget.Default with { Days = 36_500 };
        await made.StartAsync();
        return made;
    }

    /// <summary>All the samples.</summary>
    public static async Task<Observatory> OfSamplesAsync()
    {
        var made = await EmptyAsync();
        foreach (var sample in s_samples) made.Read(sample);
        return made;
    }

    public void Read(string sample)
    {
        var path = Path.Combine(NearFiles.Samples!, sample);
        var request = new Request { Verb = Verbs.All[0], Files = [path], Clock = new Clock(TimeZoneInfo.Utc), Language = Language.English, Store = StorePath, Quiet = true, Actions = JournalOf(path) };
        new Import(request, new Terminal { Output = Stream.Null, Error = TextWriter.Null }).Run().Dispose();
    }

    /// <summary>Writes as another process would.</summary>
    public void Write(string source, Action<SourceWriter> write)
    {
        using var store = Import.OpenStore(StorePath);
        using var writer = store.Begin(new SourceFacts(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(source)), source, 1, 0));
        write(writer);
        writer.Complete(new SourceHealth(0, 0, null, new Dictionary<string, long>()));
    }

    public async Task StartAsync()
    {
        _store = SqliteStore.OpenToRead(StorePath);
        var serving = new Serving(_store) { Stopping = _stop.Token };
        _server = await WebServer.StartAsync(serving, PageFiles.Load(NearFiles.Pages), new Gate(null), new Listening(IPAddress.Loopback, _port));
        _port = new Uri(_server.Addresses.First()).Port;
    }

    public async Task StopAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _store?.Dispose();
        (_server, _store) = (null, null);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await StopAsync();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    static Analysis.ActionJournal? JournalOf(string capture)
    {
        var journal = capture.Replace(".pcap.gz", ".actions.jsonl", StringComparison.Ordinal);
        if (journal == capture || !File.Exists(journal)) return null;
        using var reader = new StreamReader(journal);
        return Analysis.ActionJournal.Read(reader);
    }
}
