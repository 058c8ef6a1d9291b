using System.Buffers.Text;
using System.Text;

namespace Kansatsu.Wire;

/// <summary>
/// Where an HTTP/1 body ends (RFC 9112 §6.3). Feed it the bytes after the header, piece by piece, until <see cref="IsDone"/>; it keeps no bytes.
/// The default is "no body".
/// </summary>
public struct HttpBody
{
    /// <summary>Digits of a chunk size; more would not fit a length anyone sends.</summary>
    const int MaxSizeDigits = 15;

    enum Part : byte { Done, Counted, UntilClose, ChunkSize, ChunkExtension, Chunk, ChunkEnd, Trailer, Broken }

    Part _part;
    byte _digits;
    bool _lineHasText;
    long _left;

    /// <summary>The next byte belongs to the next message.</summary>
    public readonly bool IsDone => _part == Part.Done;

    /// <summary>The body goes on until the connection ends.</summary>
    public readonly bool EndsAtClose => _part == Part.UntilClose;

    /// <summary>The lengths contradict the bytes: nobody can say where the next message begins.</summary>
    public readonly bool IsBroken => _part == Part.Broken;

    internal static HttpBody Of(ReadOnlySpan<byte> fields, bool isRequest)
    {
        var coding = HttpFields.Find(fields, "Transfer-Encoding"u8);
        if (coding.Length >= 7 && Ascii.EqualsIgnoreCase(coding[^7..], "chunked"u8)) return new HttpBody { _part = Part.ChunkSize };
        var length = HttpFields.Find(fields, "Content-Length"u8);
        if (length.IsEmpty) return new HttpBody { _part = isRequest ? Part.Done : Part.UntilClose };
        if (!Utf8Parser.TryParse(length, out long counted, out var used) || used != length.Length || counted < 0) return new HttpBody { _part = Part.Broken };
        return new HttpBody { _part = counted == 0 ? Part.Done : Part.Counted, _left = counted };
    }

    /// <returns>Bytes that belong to the body; fewer than given only when it ended.</returns>
    public int Skip(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (offset < bytes.Length && _part != Part.Done)
        {
            if (_part is Part.UntilClose or Part.Broken) return bytes.Length;
            if (_part is Part.Counted or Part.Chunk)
            {
                var take = (int)Math.Min(_left, bytes.Length - offset);
                offset += take;
                _left -= take;
                if (_left == 0) _part = _part == Part.Counted ? Part.Done : Part.ChunkEnd;
            }
            else Step(bytes[offset++]);
        }

        return offset;
    }

    /// <summary>One byte between the chunks (RFC 9112 §7.1).</summary>
    void Step(byte value)
    {
        switch (_part)
        {
            case Part.ChunkSize when value == '\n' && _digits > 0: BeginChunk(); break;
            case Part.ChunkSize when char.IsAsciiHexDigit((char)value) && _digits < MaxSizeDigits:
                _left = (_left << 4) | (uint)HexDigit(value);
                _digits++;
                break;
            case Part.ChunkSize: _part = _digits > 0 && value is (byte)';' or (byte)'\r' or (byte)' ' or (byte)'\t' ? Part.ChunkExtension : Part.Broken; break;
            case Part.ChunkExtension: if (value == '\n') BeginChunk(); break;
            case Part.ChunkEnd when value == '\n': (_part, _digits) = (Part.ChunkSize, 0); break;
            case Part.ChunkEnd: if (value != '\r') _part = Part.Broken; break;
            case Part.Trailer when value == '\n':
                if (!_lineHasText) _part = Part.Done;
                _lineHasText = false;
                break;
            case Part.Trailer: _lineHasText |= value != '\r'; break;
        }
    }

    static int HexDigit(byte value) => value <= '9' ? value - '0' : (value | 0x20) - 'a' + 10;

    void BeginChunk() => _part = _left == 0 ? Part.Trailer : Part.Chunk;
}
