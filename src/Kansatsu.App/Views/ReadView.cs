using Kansatsu.App.Keeping;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu read`: the main job. One screen that a person wants to look at, or one object for programs.</summary>
static class ReadView
{
    public static int Run(Request request, Terminal terminal)
    {
        var import = request.Store is null ? null : new Import(request, terminal);
        using var observation = import?.Run() ?? Observation.Of(request, terminal);
        if (request.Json)
        {
            ReadJson.Write(observation, terminal);
            Say(import, request, terminal);
            return observation.Report();
        }

        var opened = observation.Captures.Files.Any(f => f.Problem is null || f.Frames > 0);
        if (opened)
        {
            using var page = new Page(terminal.Output, request.Color);
            new ReadScreen(observation, request, page).Write();
        }

        Say(import, request, terminal);
        return observation.Report();
    }

    /// <summary>On the error stream, so that the summary stays what it is.</summary>
    static void Say(Import? import, Request request, Terminal terminal)
    {
        if (import is { Says.Length: > 0 } && !request.Quiet) terminal.Error.WriteLine("kansatsu: " + import.Says);
    }
}
