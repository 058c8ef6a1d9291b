using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The chunks of an SCTP packet (RFC 9260 §3.2), each padded to four bytes. Enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct SctpChunks(ReadOnlySpan<byte> chunks)
{
    public const int HeaderLength = 4;

    readonly ReadOnlySpan<byte> _bytes = chunks;
    int _next;

    public bool IsClean { get; private set; } = true;

    public byte Type { get; private set; }

    public byte Flags { get; private set; }

    /// <summary>The chunk without its header and padding.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly SctpChunks Current => this;

    public readonly SctpChunks GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _bytes.Length) return false;
        var rest = _bytes[_next..];
        var length = rest.Length < HeaderLength ? 0 : BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
        if (length < HeaderLength || length > rest.Length)
        {
            IsClean = false;
            return false;
        }

        Type = rest[0];
        Flags = rest[1];
        Value = rest[HeaderLength..length];
        _next += (length + 3) & ~3;
        return true;
    }

    /// <summary>The chunk type's name in RFC 9260 §3.2, RFC 3758, 4895, 5061, 6525, 8260; null when unknown.</summary>
    public static string? NameOf(byte type) => type switch
    {
        0 => "DATA",
        1 => "INIT",
        2 => "INIT_ACK",
        3 => "SACK",
        4 => "HEARTBEAT",
        5 => "HEARTBEAT_ACK",
        6 => "ABORT",
        7 => "SHUTDOWN",
        8 => "SHUTDOWN_ACK",
        9 => "ERROR",
        10 => "COOKIE_ECHO",
        11 => "COOKIE_ACK",
        12 => "ECNE",
        13 => "CWR",
        14 => "SHUTDOWN_COMPLETE",
        15 => "AUTH",
        64 => "I_DATA",
        128 => "ASCONF_ACK",
        130 => "RE_CONFIG",
        132 => "PAD",
        192 => "FORWARD_TSN",
        193 => "ASCONF",
        194 => "I_FORWARD_TSN",
        _ => null,
    };
}
