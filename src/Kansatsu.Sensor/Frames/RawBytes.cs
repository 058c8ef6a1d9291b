namespace Kansatsu.Sensor;

/// <summary>A file as it lies on disk or comes through a pipe: counted, peekable once at its beginning, and never asked to seek unless it can.</summary>
sealed class RawBytes(Stream inner) : Stream
{
    byte[] _head = [];
    int _headTaken;

    public long Consumed { get; private set; }

    /// <summary>Whether a read has met the end; tells a cut file from a damaged one.</summary>
    public bool SawEnd { get; private set; }

    public bool CanRestart => inner.CanSeek;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Consumed;
        set => throw new NotSupportedException();
    }

    /// <summary>The first bytes, without taking them; fewer than asked for when there are no more.</summary>
    public ReadOnlySpan<byte> PeekHead(int count)
    {
        var head = new byte[count];
        var got = inner.ReadAtLeast(head, count, throwOnEndOfStream: false);
        _head = head[..got];
        return _head;
    }

    public void Restart()
    {
        inner.Position = 0;
        _head = [];
        _headTaken = 0;
        Consumed = 0;
        SawEnd = false;
    }

    public override int Read(Span<byte> buffer)
    {
        int got;
        if (_headTaken < _head.Length)
        {
            got = Math.Min(buffer.Length, _head.Length - _headTaken);
            _head.AsSpan(_headTaken, got).CopyTo(buffer);
            _headTaken += got;
        }
        else
        {
            got = inner.Read(buffer);
            SawEnd |= got == 0 && !buffer.IsEmpty;
        }

        Consumed += got;
        return got;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
