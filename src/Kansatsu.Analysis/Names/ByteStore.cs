namespace Kansatsu.Analysis;

/// <summary>
/// Byte strings, each kept once and known by a number from 1; 0 is the empty string. At the bounds nothing new is taken and
/// <see cref="Refused"/> counts.
/// </summary>
sealed class ByteStore(int maxStrings, long maxBytes)
{
    /// <summary>Longest string taken; also the size of the chunks that hold them.</summary>
    public const int MaxLength = 1 << 16;

    byte[][] _chunks = new byte[4][];
    int _chunkCount;
    readonly RecordList<Place> _places = new();
    readonly SlotIndex _index = new();
    int _free = MaxLength;

    /// <summary>Strings kept.</summary>
    public int Count => _places.Count;

    /// <summary>Times that a new string found no room.</summary>
    public long Refused { get; private set; }

    public ReadOnlySpan<byte> this[int id]
    {
        get
        {
            if (id <= 0 || id > _places.Count) return default;
            ref var place = ref _places[id - 1];
            return _chunks[place.Chunk].AsSpan(place.Offset, place.Length);
        }
    }

    /// <returns>The string's number, or 0 when it is empty or not known.</returns>
    public int Find(ReadOnlySpan<byte> bytes) => Find(bytes, _index.Hash.Of(bytes));

    /// <returns>The string's number, old or new, or 0 when it is empty or there is no room.</returns>
    public int Intern(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return 0;
        var hash = _index.Hash.Of(bytes);
        var known = Find(bytes, hash);
        if (known != 0) return known;
        if (bytes.Length > MaxLength || _places.Count >= maxStrings || !HasRoom(bytes.Length))
        {
            Refused++;
            return 0;
        }

        var position = _places.Add();
        _places[position] = new Place(_chunkCount - 1, _free, bytes.Length);
        bytes.CopyTo(_chunks[_chunkCount - 1].AsSpan(_free));
        _free += bytes.Length;
        _index.Add(hash, position);
        return position + 1;
    }

    int Find(ReadOnlySpan<byte> bytes, uint hash)
    {
        var candidates = _index.Find(hash);
        while (candidates.MoveNext())
            if (this[candidates.Current + 1].SequenceEqual(bytes)) return candidates.Current + 1;
        return 0;
    }

    bool HasRoom(int length)
    {
        if (_free + length <= MaxLength) return true;
        if ((_chunkCount + 1L) * MaxLength > maxBytes) return false;
        if (_chunkCount == _chunks.Length) Array.Resize(ref _chunks, _chunkCount * 2);
        _chunks[_chunkCount++] = new byte[MaxLength];
        _free = 0;
        return true;
    }

    readonly record struct Place(int Chunk, int Offset, int Length);
}
