using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A STUN or TURN message (RFC 8489 §5, RFC 8656), also of the classic kind without a cookie (RFC 3489).</summary>
public readonly ref struct StunMessage
{
    public const int HeaderLength = 20;
    public const uint MagicCookie = 0x2112_a442;

    readonly ReadOnlySpan<byte> _bytes;

    StunMessage(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out StunMessage message)
    {
        var ok = bytes.Length >= HeaderLength && bytes[0] < 0x40;
        message = ok ? new StunMessage(bytes) : default;
        return ok;
    }

    /// <summary>Method and class together, as on the wire: 0x0001 is a binding request.</summary>
    public ushort Type => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    /// <summary>The method without the two bits of the class between its bits (RFC 8489 §5).</summary>
    public int Method => (Type & 0x000f) | (Type >> 1 & 0x0070) | (Type >> 2 & 0x0f80);

    /// <summary>0 request, 1 indication, 2 success, 3 error.</summary>
    public int Class => (Type >> 4 & 1) | (Type >> 7 & 2);

    public int Length => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    public bool HasCookie => BinaryPrimitives.ReadUInt32BigEndian(_bytes[4..]) == MagicCookie;

    /// <summary>Cookie and transaction id: the key that addresses are XORed with.</summary>
    public ReadOnlySpan<byte> Key => _bytes[4..HeaderLength];

    public StunAttributes Attributes => new(_bytes.Slice(HeaderLength, Math.Min(Length, _bytes.Length - HeaderLength)), Key);

    public static string MethodName(int method) => method switch
    {
        1 => "Binding",
        2 => "Shared Secret",
        3 => "Allocate",
        4 => "Refresh",
        6 => "Send",
        7 => "Data",
        8 => "CreatePermission",
        9 => "ChannelBind",
        10 => "Connect",
        11 => "ConnectionBind",
        12 => "ConnectionAttempt",
        _ => $"Method {method}",
    };

    public static string ClassName(int @class) => @class switch { 0 => "Request", 1 => "Indication", 2 => "Success Response", _ => "Error Response" };
}
