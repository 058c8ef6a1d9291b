using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Text;
using Kansatsu.App.Views;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Keeping;

/// <summary>What an observation concluded, each as the very object that its verb prints with --json.</summary>
static class Documents
{
    public static IEnumerable<StoredDocument> Of(Observation observation)
    {
        var observer = observation.Observer;
        var all = Channels(observation).Concat(Telegrams(observer.Telegrams)).Concat(Findings(observer)).Concat(Anomalies(observer)).Concat(Groups(observation))
            .Concat(Neighbors(observation)).Concat(Names(observer)).Concat(Control(observation)).Concat(Mails(observer)).Append(Whole(observation));
        var taken = new HashSet<(string Kind, string Id)>();
        var place = 0;
        foreach (var document in all)
        {
            // Two of one name are told apart by their place.
            var id = taken.Add((document.Kind, document.Id)) ? document.Id : $"{document.Id}~{place}";
            yield return document with { Id = id, Place = place++ };
        }
    }

    static IEnumerable<StoredDocument> Channels(Observation observation) => new ChannelSights(observation.Observer).All
        .Select(c => Make(DocumentKinds.Channel, c.Id, c.First, c.Last, c.Id, json => ChannelJson.Write(json, c, observation)));

    static IEnumerable<StoredDocument> Telegrams(TelegramTable table)
    {
        var states = new Dictionary<EewReport, EewState>();
        foreach (var @event in table.Events())
            foreach (var report in @event.Reports) states[report] = @event.State;
        return table.Judge().Select(r => Make(
            DocumentKinds.Telegram, r.Id ?? "", r.First, r.Last, r.Telegram?.EventId ?? "", json => TelegramJson.Write(json, r, states.TryGetValue(r, out var state) ? state : null)));
    }

    static IEnumerable<StoredDocument> Findings(Observer observer) =>
        observer.Findings.All.Select(static f => Make(DocumentKinds.Finding, f.Id, f.First, f.Last, f.Subject, json => FindingText.WriteJson(json, f)));

    static IEnumerable<StoredDocument> Anomalies(Observer observer) => AnomaliesView.InOrder(observer)
        .Select(static a => Make(DocumentKinds.Anomaly, AnomalyNames.Of(a.Anomaly), a.First, a.Last, AnomalyNames.Of(a.Anomaly), json => AnomaliesView.WriteJson(json, a)));

    static IEnumerable<StoredDocument> Groups(Observation observation) => observation.Observer.Groups.All
        .Select(g => Make(DocumentKinds.Group, $"{g.Group} {g.Interface}", g.First, g.Last, g.Group.ToString(), json => GroupsView.WriteJson(json, g, observation)));

    static IEnumerable<StoredDocument> Neighbors(Observation observation) => observation.Observer.Neighbors.All
        .Select(n => Make(DocumentKinds.Neighbor, $"{n.Mac} {n.Interface}", n.First, n.Last, n.Mac.ToString(), json => NeighborsView.WriteJson(json, n, observation)));

    static IEnumerable<StoredDocument> Names(Observer observer) =>
        observer.Names.All.Select(static n => Make(DocumentKinds.Name, n.Name, n.First, n.Last, n.Name, json => NamesView.WriteJson(json, n)));

    static IEnumerable<StoredDocument> Control(Observation observation) => observation.Observer.Control.All
        .Select(s => Make(DocumentKinds.Control, $"{ControlNames.Of(s.Kind)} {s.Source} {s.Interface}", s.First, s.Last, s.Source.ToString(), json => ControlView.Write(json, s, observation)));

    static IEnumerable<StoredDocument> Mails(Observer observer) =>
        observer.Mails.All.Select(m => Make(DocumentKinds.Mail, m.Flow, m.First, m.Last, m.Flow, json => MailView.Write(json, m, observer)));

    static StoredDocument Whole(Observation observation)
    {
        var times = observation.Captures.Files.Where(static f => f.First is not null).ToList();
        var (first, last) = times.Count == 0 ? (default, default) : (times.Min(static f => f.First!.Value), times.Max(static f => f.Last!.Value));
        return Make(DocumentKinds.Read, DocumentKinds.Read, first, last, "", json => ReadJson.Write(json, observation));
    }

    static StoredDocument Make(string kind, string id, Timestamp first, Timestamp last, string subject, Action<Utf8JsonWriter> write) =>
        new(kind, id, first, last, subject, JsonLines.Object(write));
}
