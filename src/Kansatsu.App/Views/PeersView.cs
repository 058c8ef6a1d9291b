using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu peers`: a row per far side, whatever its addresses.</summary>
static class PeersView
{
    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return StoredSums.Peers(request, terminal);
        using var observation = Observation.Of(request, terminal);
        var observer = observation.Observer;
        var table = new PeerTable(observer, index => Takes(index, observer, request));
        var peers = table.All.Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue));
        var reverse = new ReverseNames(terminal);
        if (request.Reverse)
        {
            List<PeerSeen> kept = [.. peers];
            reverse.Ask(kept);
            peers = kept;
        }

        if (request.Json) PeerJson.Write(peers, reverse, request, terminal);
        else new PeerRows(observer, reverse, request, terminal).Write(peers, table.Count);
        return observation.Report();
    }

    static bool Takes(int index, Observer observer, Request request) =>
        request.Filter.Takes(index, observer) && !(request.WithoutOwn && observer.Causes.KindOf(index) == CauseKind.OwnAction);
}
