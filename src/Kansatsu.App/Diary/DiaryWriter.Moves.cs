using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Diary;

sealed partial class DiaryWriter
{
    static readonly HashSet<string> s_ownSentences = new(StringComparer.Ordinal)
    {
        FindingNames.MovedToIpv6, FindingNames.MovedBack, FindingNames.Ipv6Broken, FindingNames.UpdatesFailing, FindingNames.ChannelUnjoined,
    };

    void AddMoves()
    {
        AddMove(FindingNames.MovedToIpv6, "moved to IPv6, because the DNS began to answer AAAA", "が IPv6 に移った。DNS が AAAA を答えるようになったため");
        AddMove(FindingNames.MovedBack, "went back to IPv4", "が IPv4 に戻った");
    }

    void AddMove(string name, string english, string japanese)
    {
        DayFinding[] moved = [.. facts.Findings.Where(f => f.Name == name)];
        if (moved.Length == 0) return;
        var named = Named([.. moved.Select(f => f.Subject)]);
        var (first, last) = (clock.TimeOfDay(moved[0].First), clock.TimeOfDay(moved[^1].First));
        var (when, whenJapanese) = first == last ? ($"At {first}", first) : ($"From {first} to {last}", $"{first} から {last} にかけて");
        Add(DiaryKind.Changed, $"{when} {Count(moved.Length, "name")} {english}: {named.English}.", $"{whenJapanese}、{moved.Length} の名前{japanese}: {named.Japanese}。", moved.Take(MostNamed).Select(Link));
        // Behind the name stands which program wanted it, and what for: that is the discovery.
        foreach (var finding in moved.Where(f => f.Says.English.StartsWith(f.Subject + " (", StringComparison.Ordinal)).Take(MostExamples))
            Add(DiaryKind.Changed, Sentence(finding.Says.English), finding.Says.Japanese + "。", Link(finding));
    }

    void AddBreaks()
    {
        foreach (var broken in facts.Findings.Where(f => f.Name is FindingNames.Ipv6Broken or FindingNames.UpdatesFailing).Take(MostTelegrams))
            Add(DiaryKind.Broke, Sentence(broken.Says.English), broken.Says.Japanese + "。", Link(broken));
    }

    /// <summary>What programs did by themselves, and how much of that went over IPv6: the part that surprised the diary's writer.</summary>
    void AddOwnSoftware()
    {
        DayDetail[] own = [.. facts.Details.Where(d => d.Kind == CauseKind.OwnSoftware)];
        if (own.Length == 0) return;
        foreach (var program in own.GroupBy(d => d.Program.Length > 0 ? d.Program : d.Detail, StringComparer.Ordinal).OrderByDescending(g => g.Sum(d => d.Bytes)).Take(MostNamed))
        {
            var (six, four) = (program.Sum(d => d.Ipv6Flows), program.Sum(d => d.Ipv4Flows));
            string[] purposes = [.. program.Where(d => d.Purpose.Length > 0).OrderByDescending(d => d.Bytes).Select(d => d.Purpose).Distinct(StringComparer.Ordinal)];
            var what = new Wording(Named([.. purposes.Select(p => p.Replace('-', ' '))]).English, Named([.. purposes.Select(p => PurposeWords.Japanese(p) ?? p)]).Japanese);
            var share = Quantity.Share(Quantity.Ratio(six, six + four));
            Add(DiaryKind.Usual,
                $"{program.Key} spoke by itself, {Count(six + four, "flow")}, {share} of them over IPv6{(purposes.Length > 0 ? $": {what.English}" : "")}.",
                $"{program.Key} が自ら通信した。{Quantity.Count(six + four)} フロー、IPv6 は {share}{(purposes.Length > 0 ? $": {what.Japanese}" : "")}。",
                program.Take(2).Select(d => new DiaryLink("flow", d.Flow)));
        }

        AddPeers();
    }

    void AddPeers()
    {
        if (facts.Peers.Count == 0) return;
        var named = Named([.. facts.Peers.Select(p => p.Name)]);
        Add(DiaryKind.Usual, $"Without what was done on purpose, the busiest peers were {named.English}.", $"自分の操作を除いた主な相手: {named.Japanese}。", facts.Peers.Take(MostNamed).Select(p => new DiaryLink("peer", p.Name)));
    }

    /// <summary>What came in unasked from far away.</summary>
    void AddStrangers()
    {
        foreach (var kind in (CauseKind[])[CauseKind.Attack, CauseKind.Scan, CauseKind.Backscatter, CauseKind.Misdirected, CauseKind.Leak, CauseKind.Visit])
        {
            DayDetail[] details = [.. facts.Details.Where(d => d.Kind == kind)];
            if (details.Length == 0) continue;
            var flows = details.Sum(d => d.Ipv6Flows + d.Ipv4Flows);
            var words = CauseWords.Of(kind);
            var most = details[0].Detail;
            Add(kind == CauseKind.Attack ? DiaryKind.Broke : DiaryKind.Usual,
                $"{CauseNames.Of(kind)} ({words.English}): {Count(flows, "flow")}{(most.Length > 0 ? $", most of all: {most}" : "")}.",
                $"{CauseNames.Of(kind)}({words.Japanese}): {Quantity.Count(flows)} フロー{(most.Length > 0 ? $"。最も多いのは: {Japanese(most)}" : "")}。",
                new DiaryLink("cause", CauseNames.Of(kind)), new DiaryLink("flow", details[0].Flow));
        }
    }

    /// <summary>Every other finding in its own words.</summary>
    void AddFindings()
    {
        foreach (var finding in facts.Findings.Where(f => !s_ownSentences.Contains(f.Name)).Take(MostFindings))
            Add(KindOf(finding.Name), Sentence(finding.Says.English), finding.Says.Japanese + "。", Link(finding));
    }

    const int MostFindings = 40;
    const int MostExamples = 2;

    static DiaryKind KindOf(string name) => name switch
    {
        FindingNames.ChannelNew or FindingNames.ControlAppeared or FindingNames.PeerNew or FindingNames.ServiceNew => DiaryKind.New,
        FindingNames.ChannelStopped or FindingNames.ChannelAbsent or FindingNames.ControlVanished or FindingNames.PeerAbsent or FindingNames.ServiceAbsent => DiaryKind.Stopped,
        FindingNames.Listed => DiaryKind.Broke,
        _ => DiaryKind.Changed,
    };

    static DiaryLink Link(DayFinding finding) => new("finding", finding.Id);

    /// <summary>A name or an address at the beginning stays as it is.</summary>
    static string Sentence(string says)
    {
        var end = says.IndexOf(' ', StringComparison.Ordinal);
        var isWord = end > 0 && says.AsSpan(0, end).IndexOfAnyExceptInRange('a', 'z') < 0;
        return (isWord ? char.ToUpperInvariant(says[0]) + says[1..] : says) + ".";
    }

    string Japanese(string detail) => _japanese.Of(detail);

    readonly DetailWords _japanese = new(Language.Japanese, null);
}
