using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Numbers of texts, names, addresses and causes, made when first met. Works inside the writer's transaction.</summary>
sealed class Interned(Database database)
{
    readonly Remembered<string> _texts = new(StringComparer.Ordinal);
    readonly Remembered<string> _names = new(StringComparer.Ordinal);
    readonly Remembered<Ipv6Address> _addresses = new();
    readonly Remembered<(long Detail, long Program, long Purpose)> _causes = new();
    readonly Remembered<long> _near = new();
    readonly List<int> _missing = [];

    /// <summary>After a rollback, or when another process has written, numbers may mean something else.</summary>
    public void Forget()
    {
        _texts.Clear();
        _names.Clear();
        _addresses.Clear();
        _near.Clear();
        _causes.Clear();
    }

    public void Find(Shared shared, Numbers numbers)
    {
        Find(shared.Texts.Values, Numbers.Room(ref numbers.Texts, shared.Texts.Values.Length), Text);
        Find(shared.Names.Values, Numbers.Room(ref numbers.Names, shared.Names.Values.Length), Name);
        FindAddresses(shared.Addresses.Values, Numbers.Room(ref numbers.Addresses, shared.Addresses.Values.Length));
        foreach (var near in shared.Near) MarkNear(numbers.Addresses[near]);
        var causes = shared.Causes.Values;
        var found = Numbers.Room(ref numbers.Causes, causes.Length);
        for (var i = 0; i < causes.Length; i++) found[i] = Cause((numbers.Texts[causes[i].Detail], numbers.Texts[causes[i].Program], numbers.Texts[causes[i].Purpose]));
    }

    /// <summary>0 for the empty text.</summary>
    public long Text(string text) => Of(_texts, text, "SELECT id FROM texts WHERE text = ?1", "INSERT INTO texts(text) VALUES(?1)");

    long Name(string name) => Of(_names, name, "SELECT id FROM names WHERE name = ?1", "INSERT INTO names(name) VALUES(?1)");

    static void Find(ReadOnlySpan<string> values, Span<long> numbers, Func<string, long> find)
    {
        for (var i = 0; i < values.Length; i++) numbers[i] = find(values[i]);
    }

    /// <summary>Those not remembered in the order of their index, so that neighbors are looked up together.</summary>
    void FindAddresses(ReadOnlySpan<Ipv6Address> addresses, Span<long> numbers)
    {
        _missing.Clear();
        for (var i = 0; i < addresses.Length; i++)
            if (!_addresses.TryGet(addresses[i], out numbers[i])) _missing.Add(i);
        var values = addresses.ToArray();
        _missing.Sort((a, b) => values[a].CompareTo(values[b]));
        foreach (var i in _missing) _addresses.Add(values[i], numbers[i] = Address(values[i]));
    }

    long Address(Ipv6Address address)
    {
        Span<byte> bytes = stackalloc byte[Ipv6Address.Length];
        address.Write(bytes);
        using var find = database.Prepare("SELECT id FROM addresses WHERE address = ?1");
        find.Bind(1, bytes);
        if (find.Step()) return find.Long(0);
        using var add = database.Prepare("INSERT INTO addresses(address) VALUES(?1)");
        add.Bind(1, bytes);
        add.Step();
        return database.LastId;
    }

    void MarkNear(long id)
    {
        if (_near.TryGet(id, out _)) return;
        database.Run("UPDATE addresses SET near = 1 WHERE id = ?1 AND near = 0", id);
        _near.Add(id, 0);
    }

    long Cause((long Detail, long Program, long Purpose) key)
    {
        if (key == default) return 0;
        if (_causes.TryGet(key, out var known)) return known;
        var id = database.Scalar("SELECT id FROM causes WHERE detail = ?1 AND program = ?2 AND purpose = ?3", key.Detail, key.Program, key.Purpose);
        if (id == 0)
        {
            database.Run("INSERT INTO causes(detail, program, purpose) VALUES(?1, ?2, ?3)", key.Detail, key.Program, key.Purpose);
            id = database.LastId;
        }

        _causes.Add(key, id);
        return id;
    }

    long Of(Remembered<string> remembered, string text, string find, string add)
    {
        if (text.Length == 0) return 0;
        if (remembered.TryGet(text, out var known)) return known;
        var utf8 = Encoding.UTF8.GetBytes(text);
        var id = Find(find, utf8) ?? Add(add, utf8);
        remembered.Add(text, id);
        return id;
    }

    long? Find(string sql, ReadOnlySpan<byte> utf8)
    {
        using var find = database.Prepare(sql);
        find.BindText(1, utf8);
        return find.Step() ? find.Long(0) : null;
    }

    long Add(string sql, ReadOnlySpan<byte> utf8)
    {
        using var add = database.Prepare(sql);
        add.BindText(1, utf8);
        add.Step();
        return database.LastId;
    }
}
