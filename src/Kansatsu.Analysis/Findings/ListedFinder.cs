using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Names and addresses of the user's lists, wherever they were looked up or visited, by family.</summary>
sealed class ListedFinder(Observer observer)
{
    public void Add(List<Finding> to)
    {
        if (observer.Options.Blocklist is not { } list) return;
        var hits = new Dictionary<string, Hit>(StringComparer.Ordinal);
        var lookups = observer.Names.Lookups;
        for (var i = 0; i < lookups.Count; i++)
        {
            ref readonly var lookup = ref lookups[i];
            if (list.Find(observer.Names.BytesOf(lookup.Name)) is null) continue;
            Of(hits, observer.Names.TextOf(lookup.Name)).Look(lookup);
        }

        for (var i = 0; i < observer.Flows.Count; i++)
        {
            ref readonly var flow = ref observer.Flows[i];
            if (flow.Application == LayerKind.Dns) continue;
            if (list.Find(observer.Names.BytesOf(flow.NameId)) is not null) Of(hits, observer.Names.TextOf(flow.NameId)).Visit(flow);
            else if (list.Contains(flow.Responder)) Of(hits, flow.Responder.ToString()).Visit(flow);
            else if (list.Contains(flow.Initiator)) Of(hits, flow.Initiator.ToString()).Visit(flow);
        }

        foreach (var (subject, hit) in hits) to.Add(hit.Tell(subject));
    }

    static Hit Of(Dictionary<string, Hit> hits, string subject)
    {
        if (!hits.TryGetValue(subject, out var hit)) hits[subject] = hit = new Hit();
        return hit;
    }

    sealed class Hit
    {
        long _lookups;
        long _ipv6;
        long _ipv4;
        long _answered;
        Timestamp _first = new(long.MaxValue);
        Timestamp _last = new(long.MinValue);
        readonly List<long> _packets = [];

        public void Look(in Lookup lookup)
        {
            _lookups++;
            Note(lookup.AskedFrame == 0 ? lookup.Answered : lookup.Asked, lookup.AskedFrame == 0 ? lookup.AnsweredFrame : lookup.AskedFrame);
        }

        public void Visit(in Flow flow)
        {
            if (flow.Family == 6) _ipv6++;
            else _ipv4++;
            if (flow.IsAnswered) _answered++;
            Note(flow.First, flow.FirstFrame);
            if (flow.Last > _last) _last = flow.Last;
        }

        public Finding Tell(string subject)
        {
            var visits = _ipv6 + _ipv4;
            return new Finding(FindingNames.Listed, _answered > 0 ? Severity.Alert : Severity.Warning, subject, _first, _last, _lookups + visits,
                new($"{subject} is on your list: looked up {_lookups} times, {_ipv6} conversations over IPv6 and {_ipv4} over IPv4, {_answered} answered",
                    $"{subject} はリストにある: 問い合わせ {_lookups} 回、IPv6 の通信 {_ipv6} 件、IPv4 {_ipv4} 件、応答 {_answered} 件"), [],
                new("find out which program asked: kansatsu flows --name, kansatsu explain", "どのプログラムか調べる: kansatsu flows --name、kansatsu explain"), _packets)
            {
                Facts = [new("lookups", $"{_lookups}"), new("ipv6", $"{_ipv6}"), new("ipv4", $"{_ipv4}")],
            };
        }

        void Note(Timestamp time, uint frame)
        {
            if (time < _first) _first = time;
            if (time > _last) _last = time;
            if (_packets.Count < 4) _packets.Add(frame);
        }
    }
}
