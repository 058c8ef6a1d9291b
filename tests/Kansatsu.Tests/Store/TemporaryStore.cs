using Kansatsu.Analysis;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Store;

/// <summary>A store in a folder of its own, for the time of a test.</summary>
sealed class TemporaryStore : IDisposable
{
    public const long Begin = 1_780_000_000;

    readonly string _folder = Directory.CreateTempSubdirectory("kansatsu-store-").FullName;
    SqliteStore? _store;

    public string Path => System.IO.Path.Combine(_folder, "obs.db");

    public SqliteStore Store => _store ??= SqliteStore.Open(Path);

    public StoreQueries Ask => Store.Queries;

    public static Timestamp At(double seconds) => new((Begin * Timestamp.PerSecond) + (long)(seconds * Timestamp.PerSecond));

    public static SourceFacts Source(string name) => new(System.Text.Encoding.UTF8.GetBytes(name), name, 1, 0);

    public static SourceHealth Health { get; } = new(1, 2, null, new Dictionary<string, long>());

    public static FlowRecord Flow(double at, string far = "2001:db8:1::1", CauseKind kind = CauseKind.OwnSoftware) => new()
    {
        First = At(at),
        Last = At(at + 1),
        Family = (byte)(far.Contains(':') ? 6 : 4),
        Protocol = IpProtocols.Tcp,
        Initiator = Ipv6Address.Parse(far.Contains(':') ? "2001:db8::1" : "192.0.2.1"),
        Responder = Ipv6Address.Parse(far),
        InitiatorPort = 50000,
        ResponderPort = 443,
        PacketsOut = 2,
        PacketsBack = 1,
        BytesOut = 200,
        BytesBack = 1000,
        History = "ShA",
        Way = FlowWay.Out,
        Cause = new Cause(kind, "a detail", Confidence.Likely, [new Evidence("port", "it goes to port 443", [7, 3, 900])]),
    };

    public TemporaryStore With(params IEnumerable<FlowRecord> flows)
    {
        using var writer = Store.Begin(Source(Guid.NewGuid().ToString()));
        foreach (var flow in flows) writer.Add(flow, []);
        writer.Complete(Health);
        return this;
    }

    public List<FlowRecord> Flows(string filter = "")
    {
        Assert.True(FlowQuery.TryParse(filter, out var query, out var problem), problem);
        List<FlowRecord> flows = [];
        long? before = null;
        do
        {
            var page = Ask.Flows(StoreRange.All, query, 7, before);
            flows.AddRange(page.Flows.Select(f => f.Flow));
            before = page.Next;
        }
        while (before is not null);
        return flows;
    }

    public void Close()
    {
        _store?.Dispose();
        _store = null;
    }

    public void Clear()
    {
        Close();
        foreach (var file in Directory.GetFiles(_folder)) File.Delete(file);
    }

    public void Dispose()
    {
        Close();
        Directory.Delete(_folder, recursive: true);
    }
}
