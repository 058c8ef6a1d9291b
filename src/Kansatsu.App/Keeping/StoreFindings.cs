using Kansatsu.Analysis;
using Kansatsu.App.Diary;
using Kansatsu.App.Text;
using Kansatsu.App.Views;
using Kansatsu.Store;

namespace Kansatsu.App.Keeping;

/// <summary>Findings of a store: those of its sources, those that only its days together show, and what it has to tell of itself.</summary>
static class StoreFindings
{
    /// <summary>All that touch a range, as documents: each source in its order, then the rest.</summary>
    public static IEnumerable<StoredDocument> In(StoreQueries store, StoreRange range, Novelties novelties)
    {
        var concluded = novelties.All.Concat(OfItself(store.Status())).Where(f => (range.From is not { } from || f.Last >= from) && (range.To is not { } to || f.First < to))
            .Select(static f => new StoredDocument(DocumentKinds.Finding, f.Id, f.First, f.Last, f.Subject, JsonLines.Object(json => FindingText.WriteJson(json, f))));
        return store.Documents(new DocumentQuery(DocumentKinds.Finding, range)).Concat(concluded);
    }

    static IEnumerable<Finding> OfItself(StoreStatus status)
    {
        if (status is not { First: { } first, Last: { } last }) yield break;
        var trimmed = status.Trimmed;
        var remedy = new Wording("for more, raise the budget: kansatsu store --days N --bytes SIZE", "もっと残すには上限を上げる: kansatsu store --days N --bytes SIZE");
        if (trimmed.Flows > 0)
        {
            yield return new Finding(FindingNames.StoreTrimmed, Severity.Info, "store", first, trimmed.Before ?? last, trimmed.Flows,
                new($"{Quantity.Count(trimmed.Flows)} old flows made room; sums by hour and day are still whole", $"古いフロー {Quantity.Count(trimmed.Flows)} 件が場所を空けた。時間と日ごとの合計は全て残る"),
                [new($"of these, {Quantity.Count(trimmed.Unexplained)} were unexplained; those go last", $"うち説明のつかないものは {Quantity.Count(trimmed.Unexplained)} 件。これは最後に消える")], remedy, []);
        }

        if (status.TimesFull == 0) yield break;
        yield return new Finding(FindingNames.StoreFull, Severity.Warning, "store", first, last, status.TimesFull,
            new("the disk was full; what was committed was kept, and the oldest flows made room", "ディスクが満杯になった。書き込み済みのものは残り、最も古いフローが場所を空けた"),
            [new($"it happened {Quantity.Count(status.TimesFull)} times", $"{Quantity.Count(status.TimesFull)} 回あった")],
            new("make room on the disk, or lower the budget: kansatsu store --bytes SIZE", "ディスクに空きを作るか、上限を下げる: kansatsu store --bytes SIZE"), []);
    }
}
