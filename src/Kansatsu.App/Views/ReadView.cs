using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu read`: the main job. One screen that a person wants to look at, or one object for programs.</summary>
static class ReadView
{
    public static int Run(Request request, Terminal terminal)
    {
        using var observation = Observation.Of(request, terminal);
        if (request.Json)
        {
            ReadJson.Write(observation, terminal);
            return observation.Report();
        }

        var opened = observation.Captures.Files.Any(f => f.Problem is null || f.Frames > 0);
        if (opened)
        {
            using var page = new Page(terminal.Output, request.Color);
            new ReadScreen(observation, request, page).Write();
        }

        return observation.Report();
    }
}
