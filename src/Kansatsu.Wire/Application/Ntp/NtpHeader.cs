using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The header of an NTP packet (RFC 5905 §7.3), modes 1 to 5; control (6) and private (7) messages share only the first byte.</summary>
public readonly ref struct NtpHeader
{
    public const int Length = 48;

    /// <summary>Control and private messages are shorter.</summary>
    public const int MinimumLength = 8;

    public const byte Client = 3;
    public const byte Server = 4;
    public const byte Control = 6;
    public const byte Private = 7;

    const int ReferenceIdAt = 12;
    const int TransmitAt = 40;

    readonly ReadOnlySpan<byte> _bytes;

    NtpHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out NtpHeader header)
    {
        header = default;
        if (bytes.IsEmpty || bytes.Length < ((bytes[0] & 7) >= Control ? MinimumLength : Length)) return false;
        header = new NtpHeader(bytes);
        return true;
    }

    public byte Mode => (byte)(_bytes[0] & 7);

    public byte Version => (byte)(_bytes[0] >> 3 & 7);

    /// <summary>3: the sender's clock is not set.</summary>
    public byte LeapIndicator => (byte)(_bytes[0] >> 6);

    /// <summary>1 has a reference clock, 2 to 15 learn from others, 16 does not know the time; 0 is a refusal ("kiss of death").</summary>
    public byte Stratum => _bytes[1];

    /// <summary>Four letters at stratum 0 and 1; otherwise the upstream's IPv4 address, or a hash of its IPv6 address (RFC 5905 §7.3).</summary>
    public ReadOnlySpan<byte> ReferenceId => _bytes.Length >= Length ? _bytes.Slice(ReferenceIdAt, 4) : default;

    /// <summary>Seconds since 1900 and their fraction; 0 when unset.</summary>
    public ulong TransmitTimestamp => _bytes.Length >= Length ? BinaryPrimitives.ReadUInt64BigEndian(_bytes[TransmitAt..]) : 0;

    /// <summary>The request code of a private message; 42 is the "monlist" that amplifies attacks.</summary>
    public byte PrivateRequest => Mode == Private ? _bytes[3] : (byte)0;

    public static string ModeName(byte mode) => mode switch
    {
        1 => "symmetric active",
        2 => "symmetric passive",
        Client => "client",
        Server => "server",
        5 => "broadcast",
        Control => "control",
        Private => "private",
        _ => "reserved",
    };
}
