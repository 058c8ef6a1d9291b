using Kansatsu.Analysis;
using Kansatsu.Store;

namespace Kansatsu.App.Api;

/// <summary>Everything that can be asked below /api/v1; what answers and what documents it are made from this one table.</summary>
static class ApiRoutes
{
    static readonly ApiParameter s_from = new("from", "Begin of the span: seconds since 1970, or RFC 3339. Without it: from the first.");
    static readonly ApiParameter s_to = new("to", "End of the span, which is out. Without it: to the last.");
    static readonly ApiParameter s_family = new("family", "Only this IP version.") { Values = ["4", "6"] };
    static readonly ApiParameter s_cause = new("cause", "Only this cause.") { Values = [.. Enum.GetValues<CauseKind>().Select(CauseNames.Of)] };
    static readonly ApiParameter s_limit = new("limit", "Most entries.", "integer");
    static readonly ApiParameter s_lang = new("lang", "Language of sentences.") { Values = ["en", "ja"] };
    static readonly ApiParameter s_zone = new("tz", "Time zone by which days are counted, such as Asia/Tokyo.");

    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        new("status", "What the store has, where it came from, and how well it could be seen.", [s_lang, s_zone], "Status", StatusAnswer.Of),
        new("timeline", "Traffic over time. Ends of the span are rounded outwards to the bins of the tier that answers.",
            [s_from, s_to, new("by", "What tells the lines apart.") { Values = ["cause", "family", "protocol"] }, new("points", "Most bins.", "integer"), s_family, s_cause, new("peer", "Only traffic with far sides in this prefix.")],
            "Timeline", TrafficAnswers.Timeline),
        new("causes", "Flows, packets and bytes by cause, most bytes first.", [s_from, s_to, s_family], "Causes", TrafficAnswers.Causes),
        new("peers", "Far sides, most bytes first.",
            [s_from, s_to, new("by", "What makes one peer of several far sides.") { Values = ["name", "64", "48"] }, s_family, s_cause,
                new("without_own", "1: without what the operator declared.") { Values = ["1"] }, new("name", "A part of the name."), s_limit, new("offset", "Entries to pass over.", "integer")],
            "Peers", TrafficAnswers.Peers),
        new("flows", "Flows that begin in the span, the newest first.",
            [s_from, s_to, new("filter", "Terms with blanks between, such as cause:scan peer:2001:db8::/32 -family:4; a word alone is a part of the name."), s_limit, new("before", "The cursor of the page before (next)."), s_lang],
            "Flows", FlowAnswers.List),
        new("flows/{id}", "One flow with its evidence.", [new("at", "When it begins; makes the search quick."), s_lang], "Flow", FlowAnswers.One),
        new("complete", "What a filter may go on with, from what the store has.",
            [s_from, s_to, new("field", "The word before the colon; without it the fields are listed."), new("prefix", "How the value begins."), s_limit], "Completion", FlowAnswers.Complete),
        new("channels", "Multicast streams.", [s_from, s_to, s_limit], "Channels", DocumentAnswers.ListOf("channels", DocumentKinds.Channel)),
        new("channels/{id}/bursts", "The bursts of a stream, the earliest first; of too many the latest.", [s_from, s_to], "Bursts", DocumentAnswers.Bursts),
        new("telegrams", "Earthquake Early Warning telegrams: an observation, not for the protection of life.", [s_from, s_to, s_limit], "Telegrams", DocumentAnswers.ListOf("telegrams", DocumentKinds.Telegram)),
        new("telegrams/{id}", "One telegram.", [], "Telegram", DocumentAnswers.Telegram),
        new("findings", "What is worth knowing, the newest first.",
            [s_from, s_to, new("name", "Only findings of this name."), new("severity", "Only what is at least so grave.") { Values = ["info", "notice", "warning", "alert"] }, s_limit, s_zone], "Findings", DocumentAnswers.Findings),
        new("findings/{id}", "One finding.", [], "Finding", DocumentAnswers.Finding),
        new("moves", "Names that moved between IPv4 and IPv6, what broke, and the shares over time.", [s_from, s_to], "Moves", MoveAnswers.Of),
        new("groups", "Multicast groups.", [s_from, s_to, s_limit], "Groups", DocumentAnswers.ListOf("groups", DocumentKinds.Group)),
        new("neighbors", "Hosts and routers on the link.", [s_from, s_to, s_limit], "Neighbors", DocumentAnswers.ListOf("neighbors", DocumentKinds.Neighbor)),
        new("anomalies", "Traffic that breaks a rule, by kind.", [s_from, s_to, s_limit], "Anomalies", DocumentAnswers.ListOf("anomalies", DocumentKinds.Anomaly)),
        new("names", "Names met, and where each came from.", [s_from, s_to, s_limit], "Names", DocumentAnswers.ListOf("names", DocumentKinds.Name)),
        new("control", "Who runs the network: queriers, PIM, routers.", [s_from, s_to, s_limit], "Control", DocumentAnswers.ListOf("control", DocumentKinds.Control)),
        new("diary", "A day in sentences, each with links to its evidence.", [new("day", "The day, such as 2008-06-14; without it the last."), s_zone, s_lang], "Diary", DayAnswers.Diary),
        new("days", "Days with traffic, the earliest first.", [s_zone], "Days", DayAnswers.List),
    ];

    /// <returns>Null when nothing answers there.</returns>
    public static (ApiRoute Route, string Id)? Find(string path)
    {
        foreach (var route in All)
            if (route.Fits(path, out var id)) return (route, id);
        return null;
    }
}
