namespace Kansatsu.Store;

/// <summary>Documents and bursts.</summary>
static class DocumentSearch
{
    public static List<StoredDocument> Find(Database database, DocumentQuery query)
    {
        using var rows = database.Prepare(
            "SELECT kind, id, first, last, subject, json, source, place FROM documents WHERE kind = ?1 AND first < ?2 AND last >= ?3 AND (?4 = '' OR id = ?4) AND (?5 = '' OR subject = ?5) "
            + "ORDER BY source, place LIMIT ?6");
        rows.Bind(1, query.Kind);
        rows.Bind(2, query.Range.To is { } to ? Times.Microseconds(to.Add(999)) : long.MaxValue);
        rows.Bind(3, query.Range.From is { } from ? Times.Microseconds(from) : long.MinValue);
        rows.Bind(4, query.Id ?? "");
        rows.Bind(5, query.Subject ?? "");
        rows.Bind(6, query.Limit);
        var found = new List<StoredDocument>();
        while (rows.Step())
        {
            found.Add(new StoredDocument(
                rows.Text(0), rows.Text(1), Times.OfMicroseconds(rows.Long(2)), Times.OfMicroseconds(rows.Long(3)), rows.Text(4), rows.Blob(5).ToArray())
            { Source = rows.Long(6), Place = (int)rows.Long(7) });
        }

        return found;
    }

    public static List<StoredBurst> Bursts(Database database, string channel, StoreRange range, int limit)
    {
        var found = new List<StoredBurst>();
        using var rows = database.Prepare(
            "SELECT at, packets, bytes, gap FROM bursts WHERE channel = (SELECT id FROM texts WHERE text = ?1) AND at >= ?2 AND at < ?3 ORDER BY at DESC LIMIT ?4");
        rows.Bind(1, channel);
        rows.Bind(2, range.From is { } from ? Times.Microseconds(from) : long.MinValue);
        rows.Bind(3, range.To is { } to ? Times.Microseconds(to.Add(999)) : long.MaxValue);
        rows.Bind(4, limit);
        while (rows.Step()) found.Add(new StoredBurst(Times.OfMicroseconds(rows.Long(0)), rows.Long(1), rows.Long(2), rows.Long(3) * 1000));
        found.Reverse();
        return found;
    }
}
