using System.Collections;

namespace Kansatsu.Store;

/// <summary>
/// Addresses and names that no row refers to any more go, when a good part of the flows has gone: to find them, all flows are looked through, by their
/// indexes. Near ends stay, they are few; so do sentences and causes, which the sums tell of.
/// </summary>
sealed class Pruner(Writer writer)
{
    /// <summary>Looked for when so many flows have gone for one that stayed.</summary>
    const double Due = 0.25;

    /// <summary>Rows that go in one transaction.</summary>
    const int Step = 20_000;

    readonly Database _database = writer.Database;

    public void RunWhenDue()
    {
        var gone = Meta.Get(_database, Meta.TrimmedFlows);
        if (gone - Meta.Get(_database, Meta.PrunedAt) < Meta.Get(_database, Meta.Flows) * Due) return;
        Prune("addresses", "near = 0", "SELECT far FROM flows INDEXED BY flows_far");
        // Whatever the sums of far sides name stands in names_day too.
        Prune("names", "1", "SELECT name FROM flows INDEXED BY flows_name WHERE name <> 0", "SELECT name FROM names_day");
        writer.InTransaction(() => Meta.Set(_database, Meta.PrunedAt, gone));
    }

    void Prune(string table, string which, params ReadOnlySpan<string> users)
    {
        // Looking takes a while in which others may write; if they do, these numbers may be in use again, and are left for the next time.
        var version = _database.Scalar("PRAGMA data_version");
        var used = new BitArray(checked((int)_database.Scalar($"SELECT ifnull(max(id), 0) FROM {table}")) + 1);
        foreach (var user in users) Mark(user, used);
        foreach (var some in Unused($"SELECT id FROM {table} WHERE {which}", used).Chunk(Step))
        {
            writer.InTransaction(() =>
            {
                if (_database.Scalar("PRAGMA data_version") != version) return;
                using var delete = _database.Prepare($"DELETE FROM {table} WHERE id = ?1");
                foreach (var id in some) delete.Run([id]);
                writer.ForgetNumbers();
            });
        }
    }

    void Mark(string sql, BitArray used)
    {
        using var rows = _database.Prepare(sql);
        while (rows.Step())
            if (rows.Long(0) is var id && id >= 0 && id < used.Length) used[(int)id] = true;
    }

    List<long> Unused(string sql, BitArray used)
    {
        var unused = new List<long>();
        using var rows = _database.Prepare(sql);
        while (rows.Step())
            if (!used[(int)rows.Long(0)]) unused.Add(rows.Long(0));
        return unused;
    }
}
