using System.Net.Sockets;
using System.Runtime.InteropServices;
using Kansatsu.App.Options;
using Kansatsu.App.Text;

namespace Kansatsu.App.Api;

/// <summary>A server from its start to its end: by Ctrl-C, SIGTERM, or after the time that was given.</summary>
sealed class ServerRun : IDisposable
{
    readonly CancellationTokenSource _stop;
    readonly PosixSignalRegistration[] _signals;

    public ServerRun(Request request, Terminal terminal)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(terminal.Stop);
        if (request.For is { } length) _stop.CancelAfter(length);
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, End), PosixSignalRegistration.Create(PosixSignal.SIGTERM, End)];
    }

    public CancellationToken Stopping => _stop.Token;

    /// <param name="beside">What is done while the server answers; null = nothing.</param>
    public int Run(Serving serving, Request request, Terminal terminal, Func<CancellationToken, Task>? beside = null)
    {
        try
        {
            return RunAsync(serving, request, terminal, beside).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or SocketException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"kansatsu: {Wire.WireText.Escape((e.InnerException ?? e).Message)}; choose another place with --listen ADDRESS:PORT");
            return ExitCode.Unavailable;
        }
    }

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _stop.Dispose();
    }

    async Task<int> RunAsync(Serving serving, Request request, Terminal terminal, Func<CancellationToken, Task>? beside)
    {
        var where = request.Listen ?? Listening.Usual;
        var gate = new Gate(where.IsOpen ? Gate.NewToken() : null);
        var pages = PageFiles.Load(NearFiles.Pages);
        await using var server = await WebServer.StartAsync(serving, pages, gate, where);
        Say(server, pages, gate, request, terminal);
        var work = beside?.Invoke(Stopping) ?? Task.CompletedTask;
        await Task.WhenAny(Task.Delay(Timeout.Infinite, Stopping), Failure(work));
        await _stop.CancelAsync();
        await work;
        return ExitCode.Done;
    }

    /// <summary>Ends only when the work fails: that it is done is no reason to stop.</summary>
    static async Task Failure(Task work)
    {
        try
        {
            await work;
            await Task.Delay(Timeout.Infinite);
        }
        catch (Exception)
        {
            // Whoever awaits the work itself hears of it.
        }
    }

    void End(PosixSignalContext context)
    {
        context.Cancel = true;
        _stop.Cancel();
    }

    /// <summary>"Every address" is none that a browser could open.</summary>
    static string Reachable(string address) =>
        address.Replace("//0.0.0.0:", $"//{Environment.MachineName}:", StringComparison.Ordinal).Replace("//[::]:", $"//{Environment.MachineName}:", StringComparison.Ordinal);

    static void Say(WebServer server, PageFiles pages, Gate gate, Request request, Terminal terminal)
    {
        var query = gate.Token is { } token ? $"/?token={token}" : "/";
        var addresses = server.Addresses.Select(a => Reachable(a) + query).ToList();
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            var json = lines.Begin();
            json.Wires("addresses", addresses);
            if (gate.Token is not null) json.WriteString("token", gate.Token);
            lines.End();
            lines.Flush();
            return;
        }

        using (var output = new StreamWriter(terminal.Output, leaveOpen: true)) output.WriteLine(request.Say($"kansatsu: the dashboard is at {addresses[0]}", $"kansatsu: ダッシュボード {addresses[0]}"));
        if (!pages.AreBuilt) terminal.Error.WriteLine(request.Say("kansatsu: the pages are not built, only the API answers; install Node.js 20 or newer and start again", "kansatsu: ページが未作成のため API だけが応答する。Node.js 20 以降を入れて起動し直す"));
        if (!request.Quiet) terminal.Error.WriteLine(request.Say("kansatsu: Ctrl-C ends it", "kansatsu: Ctrl-C で終わる"));
    }
}
