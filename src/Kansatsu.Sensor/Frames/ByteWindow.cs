using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kansatsu.Sensor;

/// <summary>Why the bytes of a file ended early.</summary>
sealed record Fault(ProblemKind Kind, string Reason);

/// <summary>
/// A forward-moving view of a capture as one span. A plain file is memory-mapped through a window that moves, so files of any size fit; everything else
/// is streamed through one buffer. The buffer grows only with bytes that really arrived, never by a length the file claims.
/// </summary>
/// <remarks>The only unsafe code of the file readers: both kinds of memory are reached by one pointer, so a step needs no virtual call and no copy.</remarks>
sealed unsafe class ByteWindow : IDisposable
{
    // Debug windows are tiny, so that ordinary tests cross every boundary.
#if DEBUG
    const int MappedBytes = 16 * 1024;
    const int FirstBufferBytes = 64;
#else
    const int MappedBytes = 32 * 1024 * 1024;
    const int FirstBufferBytes = 256 * 1024;
#endif

    readonly MemoryMappedFile? _map;
    readonly long _fileLength;
    readonly Stream? _stream;
    MemoryMappedViewAccessor? _view;
    byte[] _buffer = [];
    PagesAhead? _ahead;
    byte* _start;
    int _position;
    int _length;
    long _offset;

    /// <summary>Streams; <paramref name="stream"/> is owned from here on.</summary>
    public ByteWindow(Stream stream) => _stream = stream;

    /// <summary>Maps a plain file of <paramref name="length"/> bytes; the map holds its own handle.</summary>
    public ByteWindow(FileStream file, long length)
    {
        _fileLength = length;
        _map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
    }

    /// <summary>Where the cursor is, counted from the first byte of the (decompressed) file.</summary>
    public long Position => _offset + _position;

    /// <summary>Why reading stopped before the end; null while it has not.</summary>
    public Fault? Fault { get; set; }

    /// <summary>Bytes from the cursor on that are at hand; ask <see cref="Has"/> for more.</summary>
    public ReadOnlySpan<byte> Rest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_start + _position, _length - _position);
    }

    /// <summary>The cursor's place in the window, good until the next <see cref="Has"/> or <see cref="TrySkip"/>.</summary>
    public int Mark => _position;

    /// <summary>Makes <paramref name="count"/> bytes available in <see cref="Rest"/>; false when the file ends before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int count) => _length - _position >= count || Fill(count);

    /// <summary>Steps over bytes that <see cref="Has"/> granted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(int count) => _position += count;

    /// <summary>Bytes at a mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> At(int mark, int count)
    {
        if ((uint)mark > (uint)_length || (uint)count > (uint)(_length - mark)) return default;
        return new(_start + mark, count);
    }

    /// <summary>Steps over bytes without asking to see them; false when the file ends before.</summary>
    public bool TrySkip(long count)
    {
        while (count > 0)
        {
            if (!Has(1)) return false;
            var step = (int)Math.Min(count, _length - _position);
            _position += step;
            count -= step;
        }

        return true;
    }

    public bool CanSeek => _map is not null;

    /// <summary>Moves the cursor anywhere in a mapped file; a stream cannot.</summary>
    public bool TrySeek(long position)
    {
        if (_map is null || position < 0 || position > _fileLength) return false;
        if (position < _offset || position > _offset + _length) Unmap(position);
        else _position = (int)(position - _offset);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    bool Fill(int count) => _map is null ? FillFromStream(count) : FillFromMap(count);

    bool FillFromMap(int count)
    {
        var position = Position;
        var left = _fileLength - position;
        if (_length - _position == left) return false;
        Unmap(position);
        var length = (int)Math.Min(left, Math.Max(MappedBytes, count));
        try
        {
            _view = _map!.CreateViewAccessor(position, length, MemoryMappedFileAccess.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fault = new(ProblemKind.Unreadable, $"the file could not be mapped: {e.Message}");
            return false;
        }

        byte* pointer = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        _start = pointer + _view.PointerOffset;
        _length = length;
        if (length > PagesAhead.Worthwhile) (_ahead ??= new PagesAhead()).Begin(_start, length);
        return length >= count;
    }

    bool FillFromStream(int count)
    {
        Compact();
        while (_length < count)
        {
            if (_length == _buffer.Length) Grow();
            int got;
            try
            {
                got = _stream!.Read(_buffer, _length, _buffer.Length - _length);
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                Fault = new(KindOf(e), e.Message);
                return false;
            }

            if (got == 0) return false;
            _length += got;
        }

        return true;
    }

    static ProblemKind KindOf(Exception e) => e switch
    {
        InvalidDataException => ProblemKind.Damaged,
        EndOfStreamException => ProblemKind.Truncated,
        _ => ProblemKind.Unreadable,
    };

    void Compact()
    {
        if (_position == 0) return;
        Rest.CopyTo(_buffer);
        _offset += _position;
        _length -= _position;
        _position = 0;
    }

    // Twice as large each time it is full of real bytes: a claimed length alone allocates nothing. Readers cap what they ask for.
    void Grow()
    {
        var larger = GC.AllocateUninitializedArray<byte>(_buffer.Length == 0 ? FirstBufferBytes : _buffer.Length * 2, pinned: true);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        _buffer = larger;
        _start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(larger));
    }

    void Unmap(long position)
    {
        if (_view is not null)
        {
            _ahead?.End();
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            // Giving a window of many pages back takes the system as long as reading thousands of frames takes us.
            if (_ahead is null) _view.Dispose();
            else ThreadPool.UnsafeQueueUserWorkItem(static view => view.Dispose(), _view, preferLocal: false);
            _view = null;
        }

        _start = null;
        _length = 0;
        _position = 0;
        _offset = position;
    }

    public void Dispose()
    {
        if (_map is not null) Unmap(Position);
        _map?.Dispose();
        _stream?.Dispose();
    }
}
