namespace Kansatsu.Analysis;

/// <summary>
/// Gives every flow exactly one cause: the first rule that can prove one speaks; what none explains is <see cref="CauseKind.Unexplained"/>, with
/// the reason why not. The order is the argument: what the packets themselves say (tunnels, impossible addresses, control protocols) comes
/// before what depends on where home is, and "home began it" comes last.
/// </summary>
public sealed class CauseFinder
{
    static readonly ICauseRule[] s_rules =
    [
        new TunnelRule(), new LeakRule(), new NeighborDiscoveryRule(), new MembershipRule(), new IcmpErrorRule(), new RoutingRule(),
        new AddressAssignmentRule(), new ChatterRule(), new ChannelRule(), new BackscatterRule(), new ScanRule(), new MisdirectedRule(),
        new VisitRule(), new KnownSoftwareRule(), new HousekeepingRule(), new OwnUnknownRule(), new TransitRule(),
    ];

    readonly Observer _observer;
    readonly SweepTable _sweeps = new();
    readonly SweepTable _sweepsBefore = new();
    readonly CauseSums _evicted = new();
    KnownNames? _known;
    uint _sweptFlows;
    long _sweptFrames = -1;

    internal CauseFinder(Observer observer) => _observer = observer;

    /// <summary>Flows whose source network found no room among those whose vain tries are counted.</summary>
    internal long RefusedSources
    {
        get
        {
            Refresh();
            return _sweeps.Refused + _sweepsBefore.Refused;
        }
    }

    KnownNames Known => _known ??= new KnownNames();

    /// <summary>The cause with its sentence and evidence: for views of single flows.</summary>
    public Cause Explain(in Flow flow)
    {
        Refresh();
        var evidence = new List<Evidence>();
        var verdict = new Verdict(evidence);
        var context = new CauseContext(_observer, _observer.Home.Fresh(), _sweeps, _sweepsBefore, Known, flow);
        if (!Judge(flow, context, ref verdict))
            verdict.Is(CauseKind.Unexplained, Confidence.Guess, WhyNot(flow, context));
        AddName(flow, ref verdict);
        return new Cause(verdict.Kind, verdict.Detail, verdict.Confidence, evidence);
    }

    /// <summary>Only the kind, without allocation: for sums over all flows.</summary>
    public CauseKind Find(in Flow flow)
    {
        Refresh();
        return Find(flow, _observer.Home.Fresh());
    }

    /// <summary>Flows, packets and bytes by kind, evicted flows included, most flows first.</summary>
    public IReadOnlyList<CauseShare> Shares()
    {
        Refresh();
        var sums = new CauseSums(_evicted);
        var home = _observer.Home.Fresh();
        var flows = _observer.Flows;
        for (var i = 0; i < flows.Count; i++)
        {
            ref readonly var flow = ref flows[i];
            sums.Add(Find(flow, home), flow);
        }

        return sums.ToShares();
    }

    /// <summary>A flow makes room for another: it is judged with what is known now, and counted.</summary>
    public void Evicted(in Flow flow)
    {
        _sweepsBefore.Add(flow);
        _evicted.Add(Find(flow, _observer.Home.Recent()), flow);
    }

    CauseKind Find(in Flow flow, HomeConclusion home)
    {
        var verdict = new Verdict(null);
        var context = new CauseContext(_observer, home, _sweeps, _sweepsBefore, Known, flow);
        return Judge(flow, context, ref verdict) ? verdict.Kind : CauseKind.Unexplained;
    }

    static bool Judge(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        foreach (var rule in s_rules)
            if (rule.TryExplain(flow, context, ref verdict)) return true;
        return false;
    }

    /// <summary>Who sweeps can only be told from all flows together; that is done anew when flows were added or changed.</summary>
    void Refresh()
    {
        var flows = _observer.Flows;
        if (_sweptFlows == flows.Begun && _sweptFrames == _observer.Counters.Frames) return;
        (_sweptFlows, _sweptFrames) = (flows.Begun, _observer.Counters.Frames);
        _sweeps.Clear();
        for (var i = 0; i < flows.Count; i++) _sweeps.Add(flows[i]);
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
