using System.Globalization;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>How a name's traffic was divided between the families before, during and after a span of time, and how long handshakes took.</summary>
static class FamilyShares
{
    public static void Tell(Observer observer, NameStory story, IReadOnlyList<Window> windows, List<Wording> because, out IReadOnlyList<KeyValuePair<string, string>> facts)
    {
        var all = new List<KeyValuePair<string, string>>();
        foreach (var window in windows)
        {
            var flows = new long[3, 2];
            foreach (var index in story.Flows)
            {
                ref readonly var flow = ref observer.Flows[index];
                flows[window.Place(flow.First) + 1, flow.Family == 6 ? 1 : 0]++;
            }

            var (before, during, after) = (Share(flows, 0), Share(flows, 1), Share(flows, 2));
            because.Add(new(
                $"over IPv6: {before} of its conversations before {Named(window, "en")}, {during} during, {after} after",
                $"IPv6 の割合: {Named(window, "ja")}の前 {before}、間 {during}、後 {after}"));
            all.Add(new($"ipv6_share_{window.Name}", $"{before}/{during}/{after}"));
        }

        var (ipv6, ipv4) = (Handshake(observer, story, 6), Handshake(observer, story, 4));
        if (ipv6 is not null && ipv4 is not null)
            because.Add(new($"handshakes took {ipv6} over IPv6 and {ipv4} over IPv4 (median)", $"ハンドシェイクの中央値: IPv6 {ipv6}、IPv4 {ipv4}"));
        if (ipv6 is not null) all.Add(new("handshake_ipv6", ipv6));
        if (ipv4 is not null) all.Add(new("handshake_ipv4", ipv4));
        facts = all;
    }

    static string Named(Window window, string language) => (window.Name, language) switch
    {
        ("AAAA", "en") => "the AAAA was there",
        ("AAAA", _) => "AAAA のあった期間",
        (_, "en") => $"\"{window.Name}\"",
        _ => $"「{window.Name}」",
    };

    static string Share(long[,] flows, int place)
    {
        var total = flows[place, 0] + flows[place, 1];
        return total == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * flows[place, 1] / total:0} %");
    }

    /// <summary>The median time from SYN to SYN-ACK.</summary>
    static string? Handshake(Observer observer, NameStory story, int family)
    {
        var times = new List<uint>();
        foreach (var index in story.Flows)
        {
            ref readonly var flow = ref observer.Flows[index];
            if (flow.Family == family && flow.Protocol == IpProtocols.Tcp && FlowLetters.HasBack(flow, 'h')) times.Add(flow.AnswerMicros);
        }

        if (times.Count == 0) return null;
        times.Sort();
        return Words.Time(times[times.Count / 2] * 1000L);
    }
}
