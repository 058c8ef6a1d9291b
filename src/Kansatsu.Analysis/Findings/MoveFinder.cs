using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Names that changed family, with the AAAA answers that made them do so.</summary>
sealed class MoveFinder(Observer observer, CauseTies ties)
{
    public void Add(NameStory story, List<Finding> to)
    {
        if (story.FirstAaaa < 0) return;
        ref readonly var appeared = ref ties.Lookups[story.FirstAaaa];
        var (ipv6, ipv4Before) = (First(story, 6, appeared.Answered), First(story, 4, new Timestamp(long.MinValue)));
        if (ipv6 < 0) return;
        ref readonly var first = ref observer.Flows[ipv6];
        var wasOnIpv4 = story.LastEmpty >= 0 || (ipv4Before >= 0 && observer.Flows[ipv4Before].First < appeared.Answered);
        if (wasOnIpv4) to.Add(Moved(story, appeared, first));
        if (story.Vanished < 0) return;
        ref readonly var vanished = ref ties.Lookups[story.Vanished];
        var ipv4After = First(story, 4, vanished.Answered);
        if (ipv4After >= 0) to.Add(MovedBack(story, vanished, observer.Flows[ipv4After]));
    }

    Finding Moved(NameStory story, in Lookup appeared, in Flow first)
    {
        var because = new List<Wording>();
        List<long> packets = [];
        if (story.LastEmpty >= 0)
        {
            ref readonly var empty = ref ties.Lookups[story.LastEmpty];
            because.Add(new($"until then the DNS had no AAAA for it (frame {empty.AnsweredFrame})", $"それまで DNS に AAAA はなかった(フレーム {empty.AnsweredFrame})"));
            packets.Add(empty.AnsweredFrame);
        }

        var address = ties.Lookups.Answer(appeared.LastAnswer - 1).Address;
        because.Add(new($"then the DNS answered AAAA {address} (frame {appeared.AnsweredFrame})", $"その後 DNS が AAAA {address} を答えた(フレーム {appeared.AnsweredFrame})"));
        var wait = Words.Time(first.First.Since(appeared.Answered));
        because.Add(new($"the first conversation over IPv6 followed after {wait} (frame {first.FirstFrame})", $"{wait} 後に最初の IPv6 の通信(フレーム {first.FirstFrame})"));
        packets.Add(appeared.AnsweredFrame);
        packets.Add(first.FirstFrame);
        var end = story.Vanished >= 0 ? ties.Lookups[story.Vanished].Answered : new Timestamp(long.MaxValue);
        FamilyShares.Tell(observer, story, [.. observer.Options.Windows, new Window("AAAA", appeared.Answered, end)], because, out var facts);
        var (programs, entry) = ProgramsOf(story);
        var whose = programs.Length == 0 ? "" : $" ({programs}{(entry is null ? "" : $": {entry.What}")})";
        var whoseJa = programs.Length == 0 ? "" : $"({programs}{(entry is null ? "" : $": {PurposeWords.Japanese(entry.Purpose) ?? entry.What}")})";
        return new Finding(FindingNames.MovedToIpv6, Severity.Info, story.Name, first.First, LastOf(story, 6), Count(story, 6),
            new($"{story.Name}{whose} moved to IPv6 because the DNS answered AAAA", $"{story.Name}{whoseJa} は DNS が AAAA を答えたため IPv6 に移った"), because,
            new("nothing, as long as it works; see ipv6-broken", "動いている限り対応は不要。ipv6-broken も参照"), packets)
        { Facts = facts };
    }

    Finding MovedBack(NameStory story, in Lookup vanished, in Flow after)
    {
        List<Wording> because =
        [
            new($"the DNS answers no AAAA any more (frame {vanished.AnsweredFrame})", $"DNS は AAAA を答えなくなった(フレーム {vanished.AnsweredFrame})"),
            new($"then it went over IPv4 again (frame {after.FirstFrame})", $"その後は再び IPv4 になった(フレーム {after.FirstFrame})"),
        ];
        return new Finding(FindingNames.MovedBack, Severity.Info, story.Name, after.First, LastOf(story, 4), CountFrom(story, 4, vanished.Answered),
            new($"{story.Name} moved back to IPv4 because its AAAA vanished from the DNS", $"{story.Name} は AAAA が DNS から消えたため IPv4 に戻った"), because,
            new("nothing, if that was meant", "意図したものなら対応は不要"), [vanished.AnsweredFrame, after.FirstFrame]);
    }

    /// <summary>Who used the name, and what for.</summary>
    (string Programs, SoftwareEntry? Entry) ProgramsOf(NameStory story)
    {
        var programs = new List<string>();
        var entry = ties.EntryOf(story.NameId);
        foreach (var index in story.Flows)
        {
            ref readonly var flow = ref observer.Flows[index];
            if (Attempts.ProgramOf(flow, ties) is { } program && !programs.Contains(program)) programs.Add(program);
            if (programs.Count == 3) break;
        }

        return (string.Join(", ", programs), entry);
    }

    /// <summary>The first flow of a family from a moment on whose far side answered; -1 when there is none.</summary>
    int First(NameStory story, int family, Timestamp from)
    {
        foreach (var index in story.Flows)
        {
            ref readonly var flow = ref observer.Flows[index];
            if (flow.Family == family && flow.First >= from && IsTaken(flow)) return index;
        }

        return -1;
    }

    static bool IsTaken(in Flow flow) => flow.Protocol == IpProtocols.Tcp ? FlowLetters.HasBack(flow, 'h') || FlowLetters.HasBack(flow, 'd') : flow.IsAnswered;

    long Count(NameStory story, int family) => CountFrom(story, family, new Timestamp(long.MinValue));

    long CountFrom(NameStory story, int family, Timestamp from)
    {
        var count = 0L;
        foreach (var index in story.Flows)
        {
            ref readonly var flow = ref observer.Flows[index];
            if (flow.Family == family && flow.First >= from) count++;
        }

        return count;
    }

    Timestamp LastOf(NameStory story, int family)
    {
        var last = default(Timestamp);
        foreach (var index in story.Flows)
        {
            ref readonly var flow = ref observer.Flows[index];
            if (flow.Family == family && flow.Last > last) last = flow.Last;
        }

        return last;
    }
}
