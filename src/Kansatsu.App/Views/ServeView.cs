using Kansatsu.App.Api;
using Kansatsu.App.Keeping;
using Kansatsu.App.Options;
using Kansatsu.Store;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu serve`: the dashboard and the API over a store.</summary>
static class ServeView
{
    public static int Run(Request request, Terminal terminal)
    {
        // Nobody is there to be served.
        if (terminal.Stop.IsCancellationRequested) return ExitCode.Done;
        var path = request.Store ?? StorePlace.Usual(terminal);
        // An empty store can be looked at: its pages say how to fill it, and follow when that is done.
        if (!File.Exists(path)) Import.OpenStore(path).Dispose();
        using var store = SqliteStore.OpenToRead(path);
        using var run = new ServerRun(request, terminal);
        return run.Run(new Serving(store) { Stopping = run.Stopping }, request, terminal);
    }
}
