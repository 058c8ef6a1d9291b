namespace Kansatsu.Wire;

/// <summary>The envelope of an LDAP message (RFC 4511 §4.1.1): which operation, and the name it works on.</summary>
public readonly ref struct LdapMessage
{
    public const byte BindRequest = 0;
    public const byte SearchRequest = 3;

    const byte ApplicationClass = 0x40;
    const byte ClassBits = 0xc0;
    const byte NumberBits = 0x1f;

    LdapMessage(int messageId, byte operation, ReadOnlySpan<byte> name)
    {
        MessageId = messageId;
        Operation = operation;
        Name = name;
    }

    public int MessageId { get; }

    /// <summary>0 bindRequest, 1 bindResponse, 2 unbindRequest, 3 searchRequest, 4 searchResEntry, 5 searchResDone, 23 extendedReq …</summary>
    public byte Operation { get; }

    /// <summary>The name of a bind or the base of a search; empty elsewhere and for the anonymous or the root.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <param name="bytes">From the message's first byte; its end may be missing.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out LdapMessage message)
    {
        message = default;
        var reader = new DerReader(bytes);
        if (!reader.TryEnterStart(DerReader.Sequence, out var body) || !body.TryRead(DerReader.Integer, out var id)) return false;
        var tag = body.NextTag;
        if (!DerReader.TryReadNumber(id, out var messageId) || (tag & ClassBits) != ApplicationClass) return false;
        var operation = (byte)(tag & NumberBits);
        message = new LdapMessage(messageId, operation, body.TryEnterStart(tag, out var content) ? NameIn(operation, content) : default);
        return true;
    }

    static ReadOnlySpan<byte> NameIn(byte operation, DerReader content)
    {
        if (operation is not (BindRequest or SearchRequest)) return default;
        if (operation == BindRequest) content.TryRead(DerReader.Integer, out _);
        return content.TryRead(DerReader.OctetString, out var name) ? name : default;
    }
}
