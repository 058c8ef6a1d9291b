using Kansatsu.App.Options;

namespace Kansatsu.App.Views;

static class PeersView
{
    public static int Run(Request request, Terminal terminal) => request.Files.Count + (int)terminal.Width;
}
