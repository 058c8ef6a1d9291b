using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Names that fail over IPv6 while IPv4 works: how they fail, who met it, and whether trying IPv4 saved them (RFC 8305).
/// </summary>
sealed class BreakFinder(Observer observer, CauseTies ties)
{
    /// <summary>Giving up on IPv6 and turning to IPv4 takes at most so long after the last try.</summary>
    const long GiveUp = 3 * Timestamp.PerSecond;

    /// <summary>IPv4 may be tried a moment earlier than IPv6, or at the same time.</summary>
    const long Ahead = Timestamp.PerSecond / 20;

    /// <summary>What worked so shortly before and after a failure speaks against a break.</summary>
    const long Around = 30 * Timestamp.PerSecond;

    static readonly string[] s_updatePurposes = ["update", "packages", "safe-browsing", "antivirus", "component-download", "revocation"];

    readonly Timestamp _end = observer.Counters.Last;
    readonly HappyEyeballs _eyeballs = new(observer, ties);

    public void Add(NameStory story, List<Finding> to)
    {
        var flows = observer.Flows;
        var ports = new List<int>();
        foreach (var index in story.Flows)
            if (flows[index].Family == 6 && !ports.Contains(flows[index].ResponderPort)) ports.Add(flows[index].ResponderPort);
        foreach (var port in ports) AddPort(story, (ushort)port, to);
    }

    void AddPort(NameStory story, ushort port, List<Finding> to)
    {
        var flows = observer.Flows;
        List<int> ipv4 = [];
        List<(int Flow, PathOutcome Outcome)> ipv6 = [];
        var (ipv4Failed, silent) = (false, new List<int>());
        foreach (var index in story.Flows)
        {
            ref readonly var flow = ref flows[index];
            if (flow.ResponderPort != port || flow.Protocol != IpProtocols.Tcp) continue;
            var outcome = PathOutcomes.Of(flow, _end);
            if (flow.Family == 6)
            {
                ipv6.Add((index, outcome));
                if (outcome == PathOutcome.Unclear && PathOutcomes.IsSilent(flow)) silent.Add(index);
            }
            else if (outcome == PathOutcome.Works) ipv4.Add(index);
            else ipv4Failed |= outcome is not PathOutcome.Unclear;
        }

        // Silence after the request is a black hole only where others get answers.
        if (ipv4.Exists(i => FlowLetters.HasBack(flows[i], 'd')))
            foreach (var index in silent) ipv6[ipv6.FindIndex(a => a.Flow == index)] = (index, PathOutcome.LargePacketsLost);
        if (ipv4.Count == 0 && ipv4Failed) return; // It is down altogether.
        foreach (var way in new[] { PathOutcome.Dropped, PathOutcome.Refused, PathOutcome.IcmpError, PathOutcome.LargePacketsLost })
        {
            var failed = ipv6.FindAll(a => a.Outcome == way).ConvertAll(a => a.Flow);
            if (failed.Count == 0 || IsOutvoted(failed, way, ipv6)) continue;
            var finding = Tell(story, port, way, failed, ipv4);
            to.Add(finding);
            if (Updating(story, finding) is { } update) to.Add(update);
        }
    }

    /// <summary>The same address worked at least as often meanwhile: a hiccup.</summary>
    bool IsOutvoted(List<int> failed, PathOutcome way, List<(int Flow, PathOutcome Outcome)> all)
    {
        var flows = observer.Flows;
        var address = flows[failed[0]].Responder;
        var (from, to) = (flows[failed[0]].First.Add(-Around), flows[failed[^1]].First.Add(Around));
        var worked = 0;
        foreach (var (index, outcome) in all)
        {
            ref readonly var flow = ref flows[index];
            // A conversation without large packets says nothing about their way.
            if (way == PathOutcome.LargePacketsLost && flow.LargestBack <= PathOutcomes.SmallestMtu) continue;
            if (outcome == PathOutcome.Works && flow.Responder == address && flow.First >= from && flow.First <= to) worked++;
        }

        return worked >= failed.Count;
    }

    Finding Tell(NameStory story, ushort port, PathOutcome way, List<int> failed, List<int> ipv4)
    {
        var flows = observer.Flows;
        var attempts = Rescue(failed, way, ipv4);
        ref readonly var first = ref flows[failed[0]];
        ref readonly var last = ref flows[failed[^1]];
        var (saved, race, fastest) = (0, Fallback.AfterFailure, long.MaxValue);
        foreach (var attempt in attempts)
        {
            if (attempt.Rescue < 0) continue;
            saved++;
            var delay = flows[attempt.Rescue].First.Since(flows[attempt.Flow].First);
            fastest = Math.Min(fastest, Math.Max(0, delay));
            if (way is not PathOutcome.Dropped) continue;
            var fallback = _eyeballs.Of(story, flows[attempt.Flow], flows[attempt.Rescue]);
            if (fallback > race) race = fallback;
        }

        var because = new List<Wording> { WayWords(way, first) };
        if (saved > 0)
        {
            var raceEnglish = race == Fallback.AfterFailure ? "" : $", before IPv6 had failed: {HappyEyeballs.InWords(race)}";
            var raceJapanese = race == Fallback.AfterFailure ? "" : $"。IPv6 の失敗を待たない {HappyEyeballs.InWords(race)}";
            because.Add(new($"{saved} of {attempts.Count} tries {Were(saved)} followed by IPv4, the fastest after {Words.Time(fastest)}{raceEnglish}", $"{attempts.Count} 回のうち {saved} 回は IPv4 に切り替わった(最短 {Words.Time(fastest)} 後{raceJapanese})"));
        }

        if (saved < attempts.Count)
            because.Add(new($"{attempts.Count - saved} of {attempts.Count} tries {Were(attempts.Count - saved)} not followed by IPv4", $"{attempts.Count} 回のうち {attempts.Count - saved} 回は IPv4 に切り替わらなかった"));
        if (ipv4.Count > 0) because.Add(new($"over IPv4 the name works (frame {flows[ipv4[0]].FirstFrame})", $"IPv4 では動いている(フレーム {flows[ipv4[0]].FirstFrame})"));
        else because.Add(new("whether IPv4 works was not seen", "IPv4 で動くかは見られなかった"));
        var programs = ByProgram(attempts);
        foreach (var p in programs)
            because.Add(new($"{p.Program}: {p.Attempts} {(p.Attempts == 1 ? "try" : "tries")}, {p.Saved} saved by IPv4", $"{p.Program}: {p.Attempts} 回、うち {p.Saved} 回は IPv4 で助かった"));
        if (story.FirstAaaa >= 0) because.Add(new($"its AAAA was first answered in frame {ties.Lookups[story.FirstAaaa].AnsweredFrame}", $"AAAA が最初に答えられたのはフレーム {ties.Lookups[story.FirstAaaa].AnsweredFrame}"));

        var savedWord = saved == 0 ? "never" : saved == attempts.Count ? "always" : "sometimes";
        var (english, japanese) = savedWord switch
        {
            "always" => ("fallback to IPv4 saved it, other programs may not be so lucky", "IPv4 への切り替えで助かったが、他のプログラムもそうとは限らない"),
            "sometimes" => ("fallback to IPv4 saved some of the tries", "IPv4 への切り替えで助かったのは一部だけ"),
            _ => ("nothing saved it", "助かったものはない"),
        };
        List<long> packets = [first.FirstFrame];
        if (first.ErrorFrame != 0) packets.Add(first.ErrorFrame);
        if (last.FirstFrame != first.FirstFrame) packets.Add(last.FirstFrame);
        foreach (var attempt in attempts)
        {
            if (attempt.Rescue < 0) continue;
            packets.Add(flows[attempt.Rescue].FirstFrame);
            break;
        }

        var at = port is 443 or 80 ? "" : $" port {port}";
        return new Finding(FindingNames.Ipv6Broken, saved == attempts.Count ? Severity.Notice : Severity.Warning, story.Name, first.First, last.Last, attempts.Count,
            new($"{story.Name}{at} does not work over IPv6 ({ShortWay(way).English}); {english}", $"{story.Name}{at} は IPv6 で動かない({ShortWay(way).Japanese})。{japanese}"),
            because, Remedy(way), packets)
        {
            Facts = [new("way", WayName(way)), new("saved", savedWord), new("address", first.Responder.ToString()), new("port", $"{port}"), new("prefix", new Ipv6Prefix(first.Responder, 48).ToString()),
                .. saved > 0 ? new KeyValuePair<string, string>[] { new("fallback", HappyEyeballs.NameOf(race)) } : []],
            Programs = programs,
        };
    }

    /// <summary>Each IPv4 flow that worked rescues the latest failed try before it that is not yet rescued.</summary>
    List<Attempt> Rescue(List<int> failed, PathOutcome way, List<int> ipv4)
    {
        var flows = observer.Flows;
        var rescue = new int[failed.Count];
        Array.Fill(rescue, -1);
        foreach (var candidate in ipv4)
        {
            ref readonly var flow = ref flows[candidate];
            for (var i = failed.Count - 1; i >= 0; i--)
            {
                ref readonly var attempt = ref flows[failed[i]];
                if (rescue[i] >= 0) continue;
                if (!CanRescue(flow, attempt, way)) continue;
                rescue[i] = candidate;
                break;
            }
        }

        for (var i = 0; i < failed.Count; i++)
            if (rescue[i] < 0) rescue[i] = SharedRescue(failed[i], way, ipv4);
        var attempts = new List<Attempt>();
        for (var i = 0; i < failed.Count; i++)
        {
            var program = Attempts.ProgramOf(flows[failed[i]], ties);
            if (rescue[i] >= 0) program = Attempts.ProgramOf(flows[rescue[i]], ties) ?? program;
            attempts.Add(new Attempt(failed[i], way, program, rescue[i]));
        }

        return attempts;
    }

    /// <summary>A browser tries several connections over IPv6 at once, and one over IPv4 then serves for all.</summary>
    int SharedRescue(int attempt, PathOutcome way, List<int> ipv4)
    {
        var flows = observer.Flows;
        if (Attempts.ProgramOf(flows[attempt], ties) is not { } program || !Programs.IsBrowser(program)) return -1;
        foreach (var candidate in ipv4)
            if (CanRescue(flows[candidate], flows[attempt], way) && Attempts.ProgramOf(flows[candidate], ties) == program) return candidate;
        return -1;
    }

    /// <summary>A stalled conversation is given up first; a try that fails may be raced. SYNs are repeated at growing distances.</summary>
    static bool CanRescue(in Flow flow, in Flow attempt, PathOutcome way)
    {
        if (attempt.Device != flow.Device || flow.First.Since(attempt.First) < -Ahead) return false;
        var lasted = attempt.Last.Since(attempt.First);
        var stalled = way == PathOutcome.LargePacketsLost;
        if (stalled && flow.First < attempt.Last.Add(-GiveUp / 6)) return false;
        return flow.First.Since(attempt.Last) <= (stalled ? GiveUp : Math.Max(GiveUp, lasted + (GiveUp / 3)));
    }

    static List<FindingProgram> ByProgram(List<Attempt> attempts)
    {
        var programs = new List<FindingProgram>();
        foreach (var group in attempts.GroupBy(a => a.Program ?? "?", StringComparer.Ordinal))
            programs.Add(new FindingProgram(group.Key, group.Count(), group.Count(a => a.Rescue >= 0)));
        return programs;
    }

    /// <summary>The same for updates: they are what fails unnoticed.</summary>
    Finding? Updating(NameStory story, Finding broken)
    {
        var entry = ties.EntryOf(story.NameId);
        if (entry is null || !s_updatePurposes.Contains(entry.Purpose)) return null;
        var program = broken.Programs.Count > 0 && broken.Programs[0].Program != "?" ? broken.Programs[0].Program : entry.Programs[0];
        return broken with
        {
            Name = FindingNames.UpdatesFailing,
            Subject = $"{program}: {story.Name}",
            Severity = Severity.Warning,
            Says = new($"{program} ({entry.What}) fails over IPv6 at {story.Name}", $"{program}({PurposeWords.Japanese(entry.Purpose) ?? entry.What})が IPv6 で {story.Name} に届かない"),
            Do = new("see to it that the updates arrive: compare the installed version, and mend or avoid the IPv6 path", "更新が届いているか確かめ(導入済みの版を比べ)、IPv6 経路を直すか避ける"),
        };
    }

    static string Were(int count) => count == 1 ? "was" : "were";

    static string WayName(PathOutcome way) => way switch
    {
        PathOutcome.Dropped => "dropped",
        PathOutcome.Refused => "refused",
        PathOutcome.IcmpError => "icmp-error",
        _ => "large-packets-lost",
    };

    static Wording ShortWay(PathOutcome way) => way switch
    {
        PathOutcome.Dropped => new("no answer", "応答なし"),
        PathOutcome.Refused => new("refused", "拒否"),
        PathOutcome.IcmpError => new("unreachable, says an ICMPv6 error", "ICMPv6 エラーで到達不能"),
        _ => new("large packets are lost", "大きなパケットが失われる"),
    };

    static Wording WayWords(PathOutcome way, in Flow flow) => way switch
    {
        PathOutcome.Dropped => new($"SYNs to {flow.Responder} were not answered (frame {flow.FirstFrame})", $"{flow.Responder} への SYN に応答がない(フレーム {flow.FirstFrame})"),
        PathOutcome.Refused => new($"{flow.Responder} answered with a reset (frame {flow.AnswerFrame})", $"{flow.Responder} はリセットを返した(フレーム {flow.AnswerFrame})"),
        PathOutcome.IcmpError => new(
            $"an ICMPv6 error came back for {flow.Responder}: {Icmpv6Words.Unreachable((byte)flow.ErrorTypeCode)} (frame {flow.ErrorFrame})",
            $"{flow.Responder} について ICMPv6 エラー: {Icmpv6Words.Unreachable((byte)flow.ErrorTypeCode)}(フレーム {flow.ErrorFrame})"),
        _ => new(
            $"the handshake with {flow.Responder} worked, but large packets never arrived and no Packet Too Big was seen: a path MTU black hole (frame {flow.FirstFrame})",
            $"{flow.Responder} とのハンドシェイクは成功したが大きなパケットが届かず、Packet Too Big もない: パス MTU ブラックホール(フレーム {flow.FirstFrame})"),
    };

    static Wording Remedy(PathOutcome way) => way switch
    {
        PathOutcome.Dropped => new("ask the site or a firewall on the way why it drops IPv6; until then expect delays", "IPv6 を捨てている相手か途中のファイアウォールを調べる。それまでは遅延がある"),
        PathOutcome.Refused => new("tell the site: its AAAA points to a host that does not serve", "相手に知らせる: AAAA の先のホストがサービスしていない"),
        PathOutcome.IcmpError => new("look at the router that sent the error: a missing route or a filter", "エラーを出したルーターを調べる: 経路の欠落かフィルター"),
        _ => new("let ICMPv6 Packet Too Big through (RFC 4890 §4.3.1), or lower the MSS or MTU on the path", "ICMPv6 Packet Too Big を通す(RFC 4890 §4.3.1)か、経路の MSS や MTU を下げる"),
    };
}
