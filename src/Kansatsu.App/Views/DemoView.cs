using Kansatsu.Analysis;
using Kansatsu.App.Api;
using Kansatsu.App.Keeping;
using Kansatsu.App.Options;
using Kansatsu.Store;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu demo`: the samples in a throw-away store, served. The server answers at once with what has been read so far.</summary>
static class DemoView
{
    const int MostDays = 36_500;

    public static int Run(Request request, Terminal terminal)
    {
        if (terminal.Stop.IsCancellationRequested) return ExitCode.Done;
        if (NearFiles.Samples is not { } samples)
        {
            terminal.Error.WriteLine("kansatsu: the samples are not here; run demo from the repository: ./kansatsu demo");
            return ExitCode.Unavailable;
        }

        var folder = Directory.CreateTempSubdirectory("kansatsu-demo-").FullName;
        try
        {
            return Serve(request with { Store = Path.Combine(folder, "demo.db") }, terminal, samples);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static int Serve(Request request, Terminal terminal, string samples)
    {
        // Eighteen years lie between the samples, and all of them are to be seen.
        using (var empty = Import.OpenStore(request.Store!)) empty.Budget = StoreBudget.Default with { Days = MostDays };
        using var store = SqliteStore.OpenToRead(request.Store!);
        using var run = new ServerRun(request, terminal);
        var serving = new Serving(store) { Stopping = run.Stopping };
        return run.Run(serving, request, terminal, stop => Task.Run(() => Read(serving, request, terminal, samples, stop), CancellationToken.None));
    }

    static void Read(Serving serving, Request request, Terminal terminal, string samples, CancellationToken stop)
    {
        foreach (var sample in DemoSamples.All)
        {
            if (stop.IsCancellationRequested) return;
            serving.Reading = sample.File;
            var path = Near(Path.Combine(samples, sample.File));
            using var observation = new Import(request with { Files = [path], Actions = JournalOf(samples, sample), Quiet = true }, terminal).Run();
            observation.Report();
            Tell(serving, sample, path);
        }

        serving.Reading = null;
    }

    static void Tell(Serving serving, DemoSample sample, string path)
    {
        var source = serving.Store.Queries.Status().Sources.FirstOrDefault(s => s.Name == Wire.WireText.Escape(path));
        if (source is { First: { } first, Last: { } last }) serving.Tell(new Story(first, last.Add(1), sample.Title, sample.Says, sample.Look));
    }

    static ActionJournal? JournalOf(string samples, DemoSample sample)
    {
        if (sample.Actions is null) return null;
        using var reader = new StreamReader(Path.Combine(samples, sample.Actions));
        return ActionJournal.Read(reader);
    }

    /// <summary>As somebody would type it here.</summary>
    static string Near(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
