using System.Text;

namespace Kansatsu.Analysis;

/// <summary>
/// Names that only certain software asks for, from the table known-names.txt: a name, or a suffix that begins with a dot, then the purpose. What a
/// name means is looked up once and remembered by its id.
/// </summary>
sealed class KnownNames
{
    const string Resource = "known-names.txt";
    const int Unknown = -1;
    const int NotLooked = 0;

    readonly ByteStore _names = new(1 << 16, 8L << 20);
    readonly List<string> _purposes = [];
    int[] _byId = [];

    public KnownNames()
    {
        using var stream = typeof(KnownNames).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded in the assembly");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) Add(line);
    }

    /// <summary>What a name is for, or null when the table does not know it.</summary>
    /// <param name="id">The name's id in the name table, under which the answer is remembered.</param>
    public string? PurposeOf(int id, ReadOnlySpan<byte> name)
    {
        if (id >= _byId.Length) Array.Resize(ref _byId, Math.Max(256, Math.Max(id + 1, _byId.Length * 2)));
        ref var known = ref _byId[id];
        if (known == NotLooked) known = Look(name);
        return known == Unknown ? null : _purposes[known - 1];
    }

    void Add(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.IsEmpty || text[0] == '#') return;
        var space = text.IndexOfAny(' ', '\t');
        if (space < 0) return;
        var id = _names.Intern(Encoding.ASCII.GetBytes(text[..space].ToString()));
        if (id == _purposes.Count + 1) _purposes.Add(text[space..].Trim().ToString());
    }

    /// <summary>The whole name, then ever shorter suffixes at the dots.</summary>
    int Look(ReadOnlySpan<byte> name)
    {
        var id = _names.Find(name);
        for (var dot = 0; id == 0; dot++)
        {
            var next = name[dot..].IndexOf((byte)'.');
            if (next < 0) return Unknown;
            dot += next;
            id = _names.Find(name[dot..]);
        }

        return id;
    }
}
