using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Gives every flow exactly one cause: the first rule that can prove one speaks; what none explains is <see cref="CauseKind.Unexplained"/>, with
/// the reason why not. The order is the argument: what the operator declared comes first, then what the packets themselves say (tunnels, impossible
/// addresses, control protocols), then what depends on where home is; "home began it" comes last. Verdicts are made when asked for, from
/// everything known by then, so late evidence revises them, and a live observation ends with the same answers as its capture.
/// </summary>
public sealed class CauseFinder
{
    static readonly CauseRule[] s_rules =
    [
        new ActionRule(), new TunnelRule(), new FloodRule(), new LeakRule(), new NeighborDiscoveryRule(), new MembershipRule(), new IcmpErrorRule(), new RoutingRule(),
        new AddressAssignmentRule(), new ChatterRule(), new ChannelRule(), new BackscatterRule(), new ScanRule(), new MisdirectedRule(),
        new MailRule(), new VisitRule(), new ResolverRule(), new HousekeepingRule(), new SoftwareRule(), new OwnUnknownRule(), new OneSidedRule(), new TransitRule(),
    ];

    /// <summary>Those that may speak when neither end is home. None of them asks for ties between flows.</summary>
    static readonly CauseRule[] s_strangers = Array.FindAll(s_rules, static rule => !rule.NeedsHome);

    // By kind of flow (FlowKindsOf.Number).
    readonly CauseRule[][] _rules = FlowKindsOf.Rules(s_rules);
    readonly CauseRule[][] _strangers = FlowKindsOf.Rules(s_strangers);
    readonly Observer _observer;
    readonly Lazy<SoftwareCatalogue> _catalogue;
    readonly SweepTable _sweepsBefore = new();
    readonly CauseSums _evicted = new();
    readonly FlowSides _sides = new();
    CauseTies? _ties;
    CauseSums _sums = new();
    CauseKind[] _kinds = [];
    uint _judgedFlows;
    long _judgedFrames = -1;

    internal CauseFinder(Observer observer)
    {
        _observer = observer;
        _catalogue = new Lazy<SoftwareCatalogue>(() => observer.Options.Catalogue ?? new SoftwareCatalogue());
    }

    CauseTies Ties => _ties ??= new CauseTies(_observer, _catalogue.Value);

    /// <summary>Flows whose source network found no room among those whose vain tries are counted.</summary>
    internal long RefusedSources
    {
        get
        {
            Refresh();
            return Ties.Sweeps.Refused + _sweepsBefore.Refused;
        }
    }

    /// <summary>The cause with its sentence and evidence: for views of single flows.</summary>
    public Cause Explain(in Flow flow)
    {
        Refresh();
        return Explain(flow, _observer.Home.Fresh());
    }

    /// <summary>The same from what is known by now, for a flow that makes room for another.</summary>
    internal Cause ExplainNow(in Flow flow) => Explain(flow, _observer.Home.Recent());

    Cause Explain(in Flow flow, HomeConclusion home)
    {
        var evidence = new List<Evidence>();
        var verdict = new Verdict(evidence);
        var context = ContextOf(flow, home);
        if (!Judge(flow, context, ref verdict))
            verdict.Is(CauseKind.Unexplained, Confidence.Guess, WhyNot(flow, context));
        AddName(flow, ref verdict);
        return new Cause(verdict.Kind, verdict.Detail, verdict.Confidence, evidence) { Program = verdict.Program, Purpose = verdict.Purpose };
    }

    /// <summary>
    /// Frames still come, and causes are asked for between them: ties between flows are then made anew only when twice as much was seen.
    /// </summary>
    public bool IsUnderway { get; set; }

    /// <summary>Only the kind, of the flow at an index.</summary>
    public CauseKind KindOf(int index)
    {
        if (IsUnderway && _judgedFrames >= 0 && _observer.Counters.Frames < _judgedFrames * 2) return Find(_observer.Flows[index], _observer.Home.Recent());
        Refresh();
        return _kinds[index];
    }

    /// <summary>Which ends of the flow at an index are home.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (bool From, bool To) EndsAtHome(int index)
    {
        Refresh();
        return ((_sides[index] & FlowSide.FromHome) != 0, (_sides[index] & FlowSide.ToHome) != 0);
    }

    /// <summary>Flows, packets and bytes by kind, evicted flows included, most flows first.</summary>
    public IReadOnlyList<CauseShare> Shares()
    {
        Refresh();
        return _sums.ToShares();
    }

    /// <summary>Indexes of the largest flows of a kind, up to three.</summary>
    public IReadOnlyList<int> LargestOf(CauseKind kind)
    {
        Refresh();
        return _sums.LargestOf(kind);
    }

    /// <summary>Gets ready what judging needs besides the flows, on any thread: whoever waits for the end of the observation may as well do this.</summary>
    public void Prepare()
    {
        _ = _catalogue.Value;
        _ = SpecialAddresses.KindOf(Ipv6Address.Unspecified);
    }

    /// <summary>A flow makes room for another: it is judged with what is known now, and counted.</summary>
    internal CauseKind Evicted(in Flow flow)
    {
        _sweepsBefore.Add(flow);
        var kind = Find(flow, _observer.Home.Recent());
        _evicted.Add(kind, flow);
        return kind;
    }

    /// <summary>The ties between flows as they stand now.</summary>
    internal CauseTies FreshTies()
    {
        Refresh();
        return Ties;
    }

    /// <summary>Judges a flow with the ties as they stand.</summary>
    internal CauseKind Find(in Flow flow)
    {
        Refresh();
        return Find(flow, _observer.Home.Fresh());
    }

    CauseKind Find(in Flow flow, HomeConclusion home)
    {
        var verdict = new Verdict(null);
        return Judge(flow, ContextOf(flow, home), ref verdict) ? verdict.Kind : CauseKind.Unexplained;
    }

    CauseContext ContextOf(in Flow flow, HomeConclusion home) => new(_observer, home, Ties, _sweepsBefore, flow, FlowSides.EndsOf(flow, home));

    bool Judge(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        foreach (var rule in (context.FromHome || context.ToHome ? _rules : _strangers)[FlowKindsOf.Number(flow)])
            if (rule.TryExplain(flow, context, ref verdict)) return true;
        return false;
    }

    /// <summary>Some causes can only be told from all flows together; all are judged anew when flows were added or changed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Refresh()
    {
        if (_judgedFlows != _observer.Flows.Begun || _judgedFrames != _observer.Counters.Frames) JudgeAnew(_observer.Flows);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void JudgeAnew(FlowTable flows)
    {
        (_judgedFlows, _judgedFrames) = (flows.Begun, _observer.Counters.Frames);
        var home = _observer.Home.Fresh();
        if (_kinds.Length < flows.Count) _kinds = new CauseKind[Math.Max(flows.Count, Math.Min(flows.Capacity, flows.Count * 2))];
        _sums = new CauseSums(_evicted);
        _sides.Begin(flows);
        var ties = Ties;
        // Judging reads only, so several threads share it. Others' flows are most of them where there are many: they need no ties, and are judged as soon as
        // their memory was fetched.
        FlowParts.Of(flows.Count, (from, to) => JudgeOthers(from, to, home, ties));
        ties.Refresh(_sides);
        FlowParts.Of(flows.Count, (from, to) => JudgeHome(from, to, home, ties));
    }

    void JudgeOthers(int from, int to, HomeConclusion home, CauseTies ties)
    {
        var flows = _observer.Flows;
        var sums = new CauseSums();
        for (var i = from; i < to; i++)
        {
            ref readonly var flow = ref flows[i];
            if ((_sides.Learn(i, flow, home) & FlowSide.Ends) == 0) sums.Add(_kinds[i] = Judge(i, flow, home, ties), flow, i);
        }

        lock (_evicted) _sums.Add(sums);
    }

    void JudgeHome(int from, int to, HomeConclusion home, CauseTies ties)
    {
        var flows = _observer.Flows;
        var sums = new CauseSums();
        for (var i = from; i < to; i++)
            if ((_sides[i] & FlowSide.Ends) != 0) sums.Add(_kinds[i] = Judge(i, flows[i], home, ties), flows[i], i);
        lock (_evicted) _sums.Add(sums);
    }

    CauseKind Judge(int index, in Flow flow, HomeConclusion home, CauseTies ties)
    {
        var verdict = new Verdict(null);
        var context = new CauseContext(_observer, home, ties, _sweepsBefore, flow, _sides[index]);
        return Judge(flow, context, ref verdict) ? verdict.Kind : CauseKind.Unexplained;
    }

    void AddName(in Flow flow, ref Verdict verdict)
    {
        if (flow.NameId == 0) return;
        var (rung, says) = flow.NameFrom switch
        {
            NameSource.TlsSni => ("tls", "the client asked for this name in its TLS greeting"),
            NameSource.QuicSni => ("quic", "the client asked for this name in its QUIC greeting"),
            NameSource.HttpHost => ("http", "the request was for this host"),
            NameSource.Certificate => ("tls", "the server's certificate bears this name"),
            NameSource.Mdns or NameSource.Llmnr or NameSource.Nbns => ("dns", "the host's own announcement gave this name to the address"),
            _ => ("dns", "an answer gave this name the address before"),
        };
        verdict.Because(rung, $"{says}: {_observer.Names.TextOf(flow.NameId)}", flow.NameFrame);
    }

    static string WhyNot(in Flow flow, in CauseContext context)
    {
        if (!context.Home.IsKnown) return $"it is not known which side is home: {context.Home.Doubt ?? "nothing was seen that tells"}";
        if (context.FromHome && flow.PacketsOut == 0) return "only the far side's packets were seen, and none that shows how it began";
        if ((flow.Flags & FlowFlags.Fragmented) != 0 && flow.HasPorts && flow.InitiatorPort == 0) return "only fragments without their first part were seen";
        if (context.IsInbound && !flow.IsAnswered && FlowLetters.HasOut(flow, 'a')) return "only one direction of it was seen";
        if (context.IsInbound && !flow.IsAnswered) return "it came unasked, home did not answer, and its content is not known";
        return "no rule fits what was seen of it";
    }
}
