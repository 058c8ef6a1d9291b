using System.Buffers;
using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>The table of sources.</summary>
static class Sources
{
    public static long FindOrAdd(Database database, SourceFacts source)
    {
        using (var find = database.Prepare("SELECT id FROM sources WHERE digest = ?1"))
        {
            find.Bind(1, source.Digest.Span);
            if (find.Step()) return find.Long(0);
        }

        using var add = database.Prepare("INSERT INTO sources(digest, name, files, bytes, flows, complete) VALUES(?1, ?2, ?3, ?4, 0, 0)");
        add.Bind(1, source.Digest.Span);
        add.Bind(2, source.Name);
        add.Bind(3, source.Files);
        add.Bind(4, source.Bytes);
        add.Step();
        return database.LastId;
    }

    public static (long Flows, bool IsComplete) StateOf(Database database, long id)
    {
        using var find = database.Query("SELECT flows, complete FROM sources WHERE id = ?1", id);
        return find.Step() ? (find.Long(0), find.Long(1) != 0) : default;
    }

    public static void Count(Database database, long id, Batch batch)
    {
        if (batch.Flows.IsEmpty) return;
        database.Run("UPDATE sources SET flows = flows + ?2, first = min(ifnull(first, ?3), ?3), last = max(ifnull(last, ?4), ?4) WHERE id = ?1", id, batch.Flows.Length, batch.First, batch.Last);
    }

    public static bool Knows(Database database, ReadOnlySpan<byte> digest)
    {
        using var find = database.Prepare("SELECT 1 FROM source_files WHERE digest = ?1");
        find.Bind(1, digest);
        return find.Step();
    }

    public static void Complete(Database database, long id, SourceHealth health, IReadOnlyList<ReadOnlyMemory<byte>> files)
    {
        foreach (var file in files)
        {
            using var add = database.Prepare("INSERT OR IGNORE INTO source_files(digest, source) VALUES(?1, ?2)");
            add.Bind(1, file.Span);
            add.Bind(2, id);
            add.Step();
        }

        using var update = database.Prepare("UPDATE sources SET complete = 1, health = ?2 WHERE id = ?1");
        update.Bind(1, id);
        update.Bind(2, ToJson(health));
        update.Step();
    }

    public static List<StoredSource> All(Database database)
    {
        var all = new List<StoredSource>();
        using var rows = database.Query("SELECT id, name, files, bytes, complete, flows, first, last, health FROM sources ORDER BY id");
        while (rows.Step())
        {
            all.Add(new StoredSource(
                rows.Long(0), rows.Text(1), (int)rows.Long(2), rows.Long(3), rows.Long(4) != 0, rows.Long(5), rows.IsNull(6) ? null : Times.OfMicroseconds(rows.Long(6)),
                rows.IsNull(7) ? null : Times.OfMicroseconds(rows.Long(7)), rows.IsNull(8) ? null : FromJson(rows.Blob(8))));
        }

        return all;
    }

    static ReadOnlySpan<byte> ToJson(SourceHealth health)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("frames", health.Frames);
            json.WriteNumber("bytes", health.Bytes);
            if (health.Problem is { } problem) json.WriteString("problem", problem);
            json.WriteStartObject("refused");
            foreach (var (name, count) in health.Refused) json.WriteNumber(name, count);
            json.WriteEndObject();
            json.WriteStartArray("home");
            foreach (var home in health.Home)
            {
                json.WriteStartObject();
                json.WriteString("prefix", home.Prefix);
                json.WriteString("because", home.Because);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    static SourceHealth FromJson(ReadOnlySpan<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8.ToArray());
        var root = document.RootElement;
        return new SourceHealth(
            root.GetProperty("frames").GetInt64(), root.GetProperty("bytes").GetInt64(), root.TryGetProperty("problem", out var problem) ? problem.GetString() : null,
            root.GetProperty("refused").EnumerateObject().ToDictionary(static r => r.Name, static r => r.Value.GetInt64(), StringComparer.Ordinal))
        {
            Home = [.. root.GetProperty("home").EnumerateArray().Select(static h => new SourceHome(h.GetProperty("prefix").GetString() ?? "", h.GetProperty("because").GetString() ?? ""))],
        };
    }
}
