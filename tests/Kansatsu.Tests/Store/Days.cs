using System.Security.Cryptography;
using System.Text;
using Kansatsu.Analysis;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Store;

/// <summary>A store that is filled day by day with flows that are made up, and goes away afterwards.</summary>
sealed class Days : IDisposable
{
    public const string Home = "2001:db8::";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kansatsu-days-");
    SqliteStore _store;

    public Days() => _store = SqliteStore.Open(Path);

    public string Path => System.IO.Path.Combine(_folder.FullName, "x.db");

    public StoreQueries Queries => _store.Queries;

    public static DateOnly First { get; } = new(2011, 1, 1);

    public static Timestamp At(int day, double hour) => Timestamp.FromSeconds((long)(First.AddDays(day).ToDateTime(TimeOnly.MinValue) - DateTime.UnixEpoch).TotalSeconds + (long)(hour * 3600));

    /// <summary>A capture of one day.</summary>
    public Days Add(int day, IEnumerable<FlowRecord> flows, params (Subject Subject, double From, double To)[] met)
    {
        using var writer = _store.Begin(new SourceFacts(SHA256.HashData(Encoding.UTF8.GetBytes($"day {day}")), $"day-{day}.pcap", 1, 1000));
        foreach (var flow in flows) writer.Add(flow, []);
        foreach (var (subject, from, to) in met)
        {
            var (first, last) = (At(day, from), At(day, to));
            var hour = (int)(first.Nanoseconds / 3_600_000_000_000);
            writer.Add(subject, first, last, [.. Enumerable.Range(hour, (int)to - (int)from + 1)]);
        }

        writer.Complete(new SourceHealth(1, 1, null, new Dictionary<string, long>()));
        return this;
    }

    public void Restart()
    {
        _store.Dispose();
        _store = SqliteStore.Open(Path);
    }

    public IReadOnlyList<Finding> Findings()
    {
        var (hours, lives) = Queries.Lives();
        return new NoveltyFinder(new WatchedDays(hours, static _ => 0)).Find(lives);
    }

    public static FlowRecord Out(int day, double hour, string host, string to, string name = "", int port = 443, CauseKind kind = CauseKind.OwnSoftware) => new()
    {
        First = At(day, hour),
        Last = At(day, hour).Add(Timestamp.PerSecond),
        Family = 6,
        Protocol = 6,
        Application = "tls",
        Initiator = Ipv6Address.Parse(host),
        Responder = Ipv6Address.Parse(to),
        InitiatorPort = 50_000,
        ResponderPort = (ushort)port,
        PacketsOut = 5,
        PacketsBack = 5,
        BytesOut = 500,
        BytesBack = 5_000,
        History = "ShADadFf",
        Way = FlowWay.Out,
        Name = name,
        NameFrom = name.Length > 0 ? NameSource.TlsSni : NameSource.None,
        Cause = new Cause(kind, "Firefox: Remote settings", Confidence.Likely, []),
    };

    public static FlowRecord In(int day, double hour, string from, int port, string history = "ShADadFf", CauseKind kind = CauseKind.Visit) =>
        Out(day, hour, from, Home + "10", "", port, kind) with { Way = FlowWay.In, History = history, Cause = new Cause(kind, "", Confidence.Certain, []) };

    public void Dispose()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
    }
}
