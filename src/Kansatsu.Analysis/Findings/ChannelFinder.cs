using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What became of multicast streams: new ones, silent ones, changed ones, a second sender, and those that nobody asked for.</summary>
sealed class ChannelFinder
{
    /// <summary>Whatever is heard within the first minute may have been there before.</summary>
    const long Learning = 60 * Timestamp.PerSecond;

    /// <summary>Findings of one name; the rest is told as a number.</summary>
    const int MostTold = 32;

    readonly Observer _observer;
    readonly ChannelSights _sights;
    readonly FindingClock _clock;
    readonly List<ChannelSubject> _subjects = [];
    readonly List<List<int>> _senders = [];
    readonly SlotIndex _subjectIndex = new();
    readonly SlotIndex _senderIndex = new();
    readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);

    public ChannelFinder(Observer observer)
    {
        _observer = observer;
        _sights = new ChannelSights(observer);
        _clock = new FindingClock(observer.Options.Offset);
    }

    public void Add(List<Finding> to)
    {
        for (var i = 0; i < _observer.Channels.Count; i++)
        {
            ref readonly var r = ref _observer.Channels[i];
            if (ChannelChatter.Is(r.Application) || _sights.IsHome(r.Source)) continue;
            SubjectOf(r).Channels.Add(i);
            SendersTo(r).Add(i);
        }

        foreach (var subject in _subjects)
        {
            AddNew(subject, to);
            AddUnjoined(subject, to);
            foreach (var index in subject.Channels)
            {
                AddSilence(index, to);
                AddChanges(index, to);
            }
        }

        foreach (var list in _senders) AddSecondSource(list, to);
        AddRest(to);
    }

    ChannelSubject SubjectOf(in ChannelRecord r)
    {
        var hash = _subjectIndex.Hash.Of(r.Source, _subjectIndex.Hash.Of(r.Group, r.Zone));
        var candidates = _subjectIndex.Find(hash);
        while (candidates.MoveNext())
            if (_subjects[candidates.Current] is var known && known.Source == r.Source && known.Group == r.Group && known.Zone == r.Zone) return known;
        _subjectIndex.Add(hash, _subjects.Count);
        _subjects.Add(new ChannelSubject(r.Source, r.Group, r.Zone));
        return _subjects[^1];
    }

    /// <summary>The channels to the same port of the same group.</summary>
    List<int> SendersTo(in ChannelRecord r)
    {
        var hash = _senderIndex.Hash.Of(r.Group, ((ulong)r.Zone << 16) | r.Port);
        var candidates = _senderIndex.Find(hash);
        while (candidates.MoveNext())
        {
            ref readonly var first = ref _observer.Channels[_senders[candidates.Current][0]];
            if (first.Group == r.Group && first.Port == r.Port && first.Zone == r.Zone) return _senders[candidates.Current];
        }

        _senderIndex.Add(hash, _senders.Count);
        _senders.Add([]);
        return _senders[^1];
    }

    void AddNew(ChannelSubject subject, List<Finding> to)
    {
        var known = new List<int>();
        var added = new List<int>();
        foreach (var index in subject.Channels)
        {
            ref readonly var r = ref _observer.Channels[index];
            if (IsNews(r.First)) added.Add(index);
            else known.Add(r.Port);
        }

        // A first stream of somebody is worth telling when it is one, not a single packet.
        if (added.Count == 0 || (known.Count == 0 && !added.Exists(IsStream)) || !HasRoom(FindingNames.ChannelNew)) return;
        ref readonly var newest = ref _observer.Channels[added[^1]];
        var before = new List<int>(known);
        for (var i = 0; i < added.Count - 1; i++) before.Add(_observer.Channels[added[i]].Port);
        var (until, since) = _clock.Turn(newest.Before, newest.First);
        var frames = new List<long>();
        for (var i = 0; i < Math.Min(added.Count, 4); i++) frames.Add(_observer.Channels[added[i]].FirstFrame);
        to.Add(new Finding(FindingNames.ChannelNew, before.Count > 0 ? Severity.Notice : Severity.Info, subject.Name, _observer.Channels[added[0]].First, newest.Last, added.Count,
            NewWords(subject, before, newest.Port, until, since),
            [new($"first packet in frame {newest.FirstFrame}; watched since {_clock.Moment(_observer.Watch.Begin)}", $"最初のパケットはフレーム {newest.FirstFrame}。観測開始は {_clock.Moment(_observer.Watch.Begin)}")],
            new("find out whether a service was added; whatever filter let the old ones in may now have more open ports", "サービスが増えたのか確かめる。フィルターで開けたポートも増えていないか見る"),
            frames));
    }

    static Wording NewWords(ChannelSubject subject, List<int> before, int port, string until, string since)
    {
        if (before.Count == 0) return new($"a new stream since {since}: {subject.Source} to {subject.Group} port {port}", $"{since} から新しいストリーム: {subject.Source} → {subject.Group} ポート {port}");
        var after = new List<int>(before) { port };
        return new(
            $"until {until} {ChannelSubject.Services(before, true)}, since {since} {ChannelSubject.Services(after, false)}: {subject.Source} to {subject.Group}",
            $"{until} までは {ChannelSubject.ServicesInJapanese(before)}、{since} からは {ChannelSubject.ServicesInJapanese(after)}: {subject.Source} → {subject.Group}");
    }

    void AddUnjoined(ChannelSubject subject, List<Finding> to)
    {
        if (AddressScopes.Of(subject.Group) <= AddressScope.LinkLocal || !subject.Channels.Exists(IsStream)) return;
        if (_sights.MembershipOf(subject.Channels[0]) != ChannelMembership.Nobody || !HasRoom(FindingNames.ChannelUnjoined)) return;
        var seen = _sights.Of(subject.Channels[0]);
        var (last, packets) = (seen.Last, 0L);
        var ports = new List<int>();
        foreach (var index in subject.Channels)
        {
            ref readonly var r = ref _observer.Channels[index];
            packets += r.Packets;
            ports.Add(r.Port);
            if (r.Last > last) last = r.Last;
        }

        to.Add(new Finding(FindingNames.ChannelUnjoined, Severity.Notice, subject.Name, seen.First, last, packets,
            new($"arrives although nobody here was seen to join: {subject.Source} to {subject.Group}, {ChannelSubject.Services(ports, true)}", $"参加の報告が見られないのに届く: {subject.Source} → {subject.Group}、{ChannelSubject.ServicesInJapanese(ports)}"),
            [UnjoinedBecause(seen), .. Implications(subject.Group.IsIpv4)],
            new("keep a filter in mind: whoever can send to the group reaches every host here; ask for MLD snooping where it should not come", "フィルターを考える: このグループに送れる者はここの全ホストに届く。届くべきでない所では MLD snooping を"),
            [seen.FirstFrame, seen.LastFrame])
        {
            Facts = [new("group_kind", GroupKinds.Of(subject.Group)), new("queried", seen.Querier is null ? "no" : "yes")],
        });
    }

    static Wording UnjoinedBecause(ChannelSeen seen) => seen.Querier is { } querier
        ? new($"{querier} asked for members, and no answer named the group", $"{querier} が参加者を照会したが、このグループを挙げた返事はない")
        : new("nobody was heard to ask for members: one that is silent cannot be ruled out", "参加者の照会が見られないので、黙っている参加者がいないとは言い切れない");

    static IEnumerable<Wording> Implications(bool isIpv4)
    {
        var protocol = isIpv4 ? "IGMP" : "MLD";
        yield return new($"so the last router forwards it without a member, or the switch floods it: no {protocol} snooping", $"最後のルーターが参加者なしで流しているか、スイッチが {protocol} snooping をせず全ポートに流している");
        if (!isIpv4) yield return new("a link-local address is enough to receive it; no global one is needed", "受け取るにはリンクローカルアドレスがあれば足り、グローバルアドレスはいらない");
    }

    void AddSilence(int index, List<Finding> to)
    {
        ref readonly var r = ref _observer.Channels[index];
        var what = $"{r.Source} > {r.Group} port {r.Port}";
        var severity = r.Content == ChannelContent.Eew ? Severity.Warning : Severity.Notice;
        var rhythm = Rhythm(r.Cadence);
        if (_observer.Channels.IsStopped(r) && HasRoom(FindingNames.ChannelStopped))
        {
            to.Add(new Finding(FindingNames.ChannelStopped, severity, what, r.Last, _observer.Watch.Now, 1,
                new($"nothing from {r.Source} to {r.Group} port {r.Port} since {_clock.Moment(r.Last)}", $"{_clock.Moment(r.Last)} を最後に {r.Source} → {r.Group} ポート {r.Port} が届かない"),
                [rhythm, new($"last packet in frame {r.LastFrame}; watched until {_clock.Moment(_observer.Watch.Now)}", $"最後のパケットはフレーム {r.LastFrame}。{_clock.Moment(_observer.Watch.Now)} まで観測")],
                new("see whether the sender, the path or only this link is silent", "送信者、経路、このリンクのどこが黙ったのか調べる"), [r.LastFrame]));
        }

        if (_observer.Channels.StoryOf(index)?.Pause is not { Times: > 0 } pause || !HasRoom(FindingNames.ChannelResumed)) return;
        to.Add(new Finding(FindingNames.ChannelResumed, Severity.Notice, what, pause.From, pause.To, pause.Times,
            new($"{r.Source} to {r.Group} port {r.Port} was silent from {_clock.Moment(pause.From)} to {_clock.Moment(pause.To)}", $"{r.Source} → {r.Group} ポート {r.Port} は {_clock.Moment(pause.From)} から {_clock.Moment(pause.To)} まで途絶えた"),
            [rhythm], new("nothing, when the sender was restarted; otherwise look for loss on the way", "送信者の再起動なら不要。そうでなければ経路の欠落を調べる"), [pause.LastFrame, pause.Frame]));
    }

    static Wording Rhythm(in Cadence cadence)
    {
        var period = Words.Time(cadence.Period);
        return cadence.Burst > 1
            ? new($"it came every {period}, {cadence.Burst} packets {Words.Time(cadence.Gap)} apart", $"{period} ごとに {cadence.Burst} 発({Words.Time(cadence.Gap)} 間隔)届いていた")
            : new($"it came every {period}", $"{period} ごとに届いていた");
    }

    void AddChanges(int index, List<Finding> to)
    {
        if (_observer.Channels.StoryOf(index) is not { Changes: { Count: > 0 } changes }) return;
        ref readonly var r = ref _observer.Channels[index];
        if (!IsStream(index) || !HasRoom(FindingNames.ChannelChanged)) return;
        var because = new List<Wording>();
        foreach (var change in changes) because.Add(ChangeWords.Of(change, _clock));
        var latest = changes.MaxBy(change => change.At);
        to.Add(new Finding(FindingNames.ChannelChanged, Severity.Notice, $"{r.Source} > {r.Group} port {r.Port}", changes.Min(c => c.At), latest.At, changes.Sum(c => c.Times),
            new($"{r.Source} to {r.Group} port {r.Port} changed: {ChangeWords.Of(latest, _clock).English}", $"{r.Source} → {r.Group} ポート {r.Port} が変わった: {ChangeWords.Of(latest, _clock).Japanese}"),
            because, new("a new sender, another path, or somebody else under the same address: compare the packets before and after", "送信者の交代、別の経路、あるいは同じアドレスを名乗る別人か: 前後のパケットを比べる"),
            [.. changes.Select(c => (long)c.Frame)])
        {
            Facts = [.. changes.Select(c => new KeyValuePair<string, string>(ChangeNames.Of(c.Trait), $"{c.Times}"))],
        });
    }

    /// <summary>Somebody else sends to where a stream was already known.</summary>
    void AddSecondSource(List<int> senders, List<Finding> to)
    {
        if (senders.Count < 2 || !IsStream(senders[0])) return;
        ref readonly var first = ref _observer.Channels[senders[0]];
        var others = senders.FindAll(i => i != senders[0] && (IsNews(_observer.Channels[i].First) || _observer.Channels[senders[0]].Content == ChannelContent.Eew));
        if (others.Count == 0 || !HasRoom(FindingNames.ChannelSecondSource)) return;
        ref readonly var second = ref _observer.Channels[others[0]];
        var grave = first.Content == ChannelContent.Eew || GroupKinds.Of(first.Group) == "source-specific";
        var last = second.Last;
        foreach (var i in others)
            if (_observer.Channels[i].Last > last) last = _observer.Channels[i].Last;
        to.Add(new Finding(FindingNames.ChannelSecondSource, grave ? Severity.Warning : Severity.Notice, $"{first.Group} port {first.Port}", second.First, last, others.Count,
            new($"besides {first.Source}, {second.Source}{(others.Count > 1 ? $" and {others.Count - 1} more send" : " sends")} to {first.Group} port {first.Port}", $"{first.Source} のほかに {second.Source}{(others.Count > 1 ? $" ほか {others.Count - 1} 件" : "")} が {first.Group} ポート {first.Port} に送っている"),
            [new($"known since frame {first.FirstFrame}, hop limit {first.HopLimit}, last hop {first.LinkSource}", $"既知の送信者: フレーム {first.FirstFrame} から、ホップリミット {first.HopLimit}、最終ホップ {first.LinkSource}"),
             new($"the other since frame {second.FirstFrame}, hop limit {second.HopLimit}, last hop {second.LinkSource}", $"別の送信者: フレーム {second.FirstFrame} から、ホップリミット {second.HopLimit}、最終ホップ {second.LinkSource}")],
            new("trust nothing it says until you know the sender: false news can be sent to a group by anybody whose packets get here", "送信者が分かるまで信用しない: ここに届く限り、誰でもグループに偽の情報を流せる"),
            [first.FirstFrame, second.FirstFrame]));
    }

    bool IsNews(Timestamp time) => _observer.Watch.Watched(_observer.Watch.Begin, time) > Learning;

    /// <summary>Known content, a beat, or at least more than a packet or two.</summary>
    bool IsStream(int index)
    {
        ref readonly var r = ref _observer.Channels[index];
        return r.Content != ChannelContent.None || r.Cadence.IsRegular || r.Packets >= 3;
    }

    bool HasRoom(string name)
    {
        var count = _told.GetValueOrDefault(name);
        _told[name] = count + 1;
        return count < MostTold;
    }

    void AddRest(List<Finding> to)
    {
        foreach (var (name, count) in _told)
        {
            if (count <= MostTold) continue;
            var rest = count - MostTold;
            to.Add(new Finding(name, Severity.Notice, "others", _observer.Watch.Begin, _observer.Watch.Now, rest,
                new($"{rest} more like this", $"ほかに同様のものが {rest} 件"), [], new("kansatsu channels lists them", "一覧は kansatsu channels"), []));
        }
    }
}
