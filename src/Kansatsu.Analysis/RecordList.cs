namespace Kansatsu.Analysis;

/// <summary>A growing list of structs in chunks that never move: growing copies nothing, and a reference into it stays good.</summary>
sealed class RecordList<T>
    where T : struct
{
    const int ChunkBits = 10;
    const int ChunkSize = 1 << ChunkBits;

    T[][] _chunks = new T[4][];
    int _chunkCount;

    public int Count { get; private set; }

    public ref T this[int index] => ref _chunks[index >> ChunkBits][index & (ChunkSize - 1)];

    /// <summary>Appends an empty record and gives its position.</summary>
    public int Add()
    {
        if (Count >> ChunkBits == _chunkCount)
        {
            if (_chunkCount == _chunks.Length) Array.Resize(ref _chunks, _chunkCount * 2);
            _chunks[_chunkCount++] = Count == 0 ? new T[ChunkSize] : Fresh.Array<T>(ChunkSize);
        }

        return Count++;
    }

    /// <summary>Forgets all records and keeps their memory for the next ones.</summary>
    public void Clear()
    {
        foreach (var chunk in _chunks.AsSpan(0, _chunkCount)) Array.Clear(chunk);
        Count = 0;
    }
}
