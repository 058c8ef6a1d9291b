using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Numbers of texts, names, addresses and causes, made when first met. Works inside the writer's transaction.</summary>
sealed class Interned(Database database)
{
    /// <summary>Numbers remembered of each sort; when there are more, all are forgotten and looked up again.</summary>
    const int MostRemembered = 1 << 18;

    readonly Dictionary<string, long> _texts = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> _names = new(StringComparer.Ordinal);
    readonly Dictionary<Ipv6Address, long> _addresses = [];
    readonly HashSet<long> _near = [];
    readonly Dictionary<(long Detail, long Program, long Purpose), long> _causes = [];

    /// <summary>After a rollback, or when another process has written, numbers may mean something else.</summary>
    public void Forget()
    {
        _texts.Clear();
        _names.Clear();
        _addresses.Clear();
        _near.Clear();
        _causes.Clear();
    }

    /// <summary>0 for the empty text.</summary>
    public long Text(string text) => Of(_texts, text, "SELECT id FROM texts WHERE text = ?1", "INSERT INTO texts(text) VALUES(?1)");

    public long Name(string name) => Of(_names, name, "SELECT id FROM names WHERE name = ?1", "INSERT INTO names(name) VALUES(?1)");

    public long Address(Ipv6Address address)
    {
        if (_addresses.TryGetValue(address, out var known)) return known;
        if (_addresses.Count >= MostRemembered) _addresses.Clear();
        Span<byte> bytes = stackalloc byte[Ipv6Address.Length];
        address.Write(bytes);
        return _addresses[address] = Find("SELECT id FROM addresses WHERE address = ?1", bytes) ?? Add("INSERT INTO addresses(address) VALUES(?1)", bytes);
    }

    /// <summary>An address that was a near end.</summary>
    public long Near(Ipv6Address address)
    {
        var id = Address(address);
        if (_near.Count >= MostRemembered) _near.Clear();
        if (_near.Add(id)) database.Run("UPDATE addresses SET near = 1 WHERE id = ?1 AND near = 0", id);
        return id;
    }

    public long Cause(string detail, string? program, string? purpose)
    {
        var key = (Text(detail), Text(program ?? ""), Text(purpose ?? ""));
        if (key == default) return 0;
        if (_causes.TryGetValue(key, out var known)) return known;
        if (_causes.Count >= MostRemembered) _causes.Clear();
        var id = database.Scalar("SELECT id FROM causes WHERE detail = ?1 AND program = ?2 AND purpose = ?3", key.Item1, key.Item2, key.Item3);
        if (id == 0)
        {
            database.Run("INSERT INTO causes(detail, program, purpose) VALUES(?1, ?2, ?3)", key.Item1, key.Item2, key.Item3);
            id = database.LastId;
        }

        return _causes[key] = id;
    }

    long Of(Dictionary<string, long> remembered, string text, string find, string add)
    {
        if (text.Length == 0) return 0;
        if (remembered.TryGetValue(text, out var known)) return known;
        if (remembered.Count >= MostRemembered) remembered.Clear();
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return remembered[text] = FindText(find, bytes) ?? AddText(add, bytes);
    }

    long? Find(string sql, ReadOnlySpan<byte> value)
    {
        using var find = database.Prepare(sql);
        find.Bind(1, value);
        return find.Step() ? find.Long(0) : null;
    }

    long Add(string sql, ReadOnlySpan<byte> value)
    {
        using var add = database.Prepare(sql);
        add.Bind(1, value);
        add.Step();
        return database.LastId;
    }

    long? FindText(string sql, ReadOnlySpan<byte> utf8)
    {
        using var find = database.Prepare(sql);
        find.BindText(1, utf8);
        return find.Step() ? find.Long(0) : null;
    }

    long AddText(string sql, ReadOnlySpan<byte> utf8)
    {
        using var add = database.Prepare(sql);
        add.BindText(1, utf8);
        add.Step();
        return database.LastId;
    }
}
