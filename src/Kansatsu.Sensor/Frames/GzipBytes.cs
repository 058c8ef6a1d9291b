using System.IO.Compression;

namespace Kansatsu.Sensor;

/// <summary>
/// Decompresses gzip and yields all that can be decompressed of damaged data. The decompressor drops what it had ready when it meets
/// damage, so a file is then read again up to the same place and on from there byte by byte.
/// </summary>
/// <remarks>That a file is cut short is noticed only with System.IO.Compression.UseStrictValidation, which the build sets for every program.</remarks>
sealed class GzipBytes(RawBytes raw) : Stream
{
    // A pipe cannot be read again: there, no more than this much is lost before the damage.
    const int PieceFromPipe = 1024;

    const byte Untouched = 0xa5;

    GZipStream _inner = new(raw, CompressionMode.Decompress, leaveOpen: true);
    long _delivered;
    bool _isCareful;
    bool _isRescued;

    public static bool IsMagic(ReadOnlySpan<byte> head) => head is [0x1f, 0x8b, ..];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _delivered;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return Deliver(buffer.AsSpan(offset, count));
        }
        catch (InvalidDataException) when (raw.CanRestart && !_isCareful)
        {
            Restart();
            return Read(buffer, offset, count);
        }
        catch (InvalidDataException e)
        {
            if (_isCareful && TryRescue(buffer, offset)) return 1;
            if (raw.SawEnd) throw new EndOfStreamException("the gzip data is cut short", e);
            throw new InvalidDataException("the gzip data is damaged", e);
        }
    }

    int Deliver(Span<byte> buffer)
    {
        var most = _isCareful ? 1 : raw.CanRestart ? buffer.Length : PieceFromPipe;
        if (_isCareful) buffer[0] = Untouched;
        var got = _inner.Read(buffer[..Math.Min(buffer.Length, most)]);
        _delivered += got;
        return got;
    }

    // The last byte and the damage behind it can come in one step: the byte is then in the buffer though the step failed.
    bool TryRescue(byte[] buffer, int offset)
    {
        if (_isRescued || buffer[offset] == Untouched) return false;
        _isRescued = true;
        _delivered++;
        return true;
    }

    void Restart()
    {
        _isCareful = true;
        _inner.Dispose();
        raw.Restart();
        _inner = new GZipStream(raw, CompressionMode.Decompress, leaveOpen: true);
        var scratch = new byte[4096];
        for (var left = _delivered; left > 0;)
        {
            var got = _inner.Read(scratch, 0, (int)Math.Min(left, scratch.Length));
            if (got == 0) return;
            left -= got;
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            raw.Dispose();
        }

        base.Dispose(disposing);
    }
}
