namespace Kansatsu.Wire;

/// <summary>An SNMP message: version, community, what is asked, and the first object's name (RFC 1157 §4, RFC 3416 §3, RFC 3412 §6).</summary>
public readonly ref struct SnmpMessage
{
    const byte ContextClass = 0xa0;
    const int Version3 = 3;

    SnmpMessage(int version, ReadOnlySpan<byte> community, byte pdu, ReadOnlySpan<byte> objectName, bool isEncrypted)
    {
        Version = version;
        Community = community;
        Pdu = pdu;
        ObjectName = objectName;
        IsEncrypted = isEncrypted;
    }

    /// <summary>As on the wire: 0 is SNMPv1, 1 is v2c, 3 is v3.</summary>
    public int Version { get; }

    /// <summary>A password in the clear; empty in v3.</summary>
    public ReadOnlySpan<byte> Community { get; }

    /// <summary>0 get, 1 get-next, 2 response, 3 set, 4 trap (v1), 5 get-bulk, 6 inform, 7 trap, 8 report; 255 when it cannot be seen.</summary>
    public byte Pdu { get; }

    /// <summary>The contents of the first OBJECT IDENTIFIER asked for; see <see cref="ObjectNames"/>.</summary>
    public ReadOnlySpan<byte> ObjectName { get; }

    public bool IsEncrypted { get; }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out SnmpMessage message)
    {
        message = default;
        var reader = new DerReader(bytes);
        if (!reader.TryEnterStart(DerReader.Sequence, out var body) || !body.TryRead(DerReader.Integer, out var number)
            || !DerReader.TryReadNumber(number, out var version) || version > Version3) return false;
        var community = ReadOnlySpan<byte>.Empty;
        if (version == Version3)
        {
            // msgGlobalData, msgSecurityParameters, then the scoped PDU in the clear or as octets.
            if (!body.TryRead(DerReader.Sequence, out _) || !body.TryRead(DerReader.OctetString, out _)) return false;
            var isEncrypted = body.NextTag == DerReader.OctetString;
            if (!body.TryEnterStart(DerReader.Sequence, out var scoped) || !scoped.TryRead(DerReader.OctetString, out _) || !scoped.TryRead(DerReader.OctetString, out _))
            {
                message = new SnmpMessage(version, default, 255, default, isEncrypted);
                return true;
            }

            body = scoped;
        }
        else if (!body.TryRead(DerReader.OctetString, out community)) return false;

        var tag = body.NextTag;
        var pdu = default(DerReader);
        var isPdu = (tag & 0xe0) == ContextClass && body.TryEnterStart(tag, out pdu);
        message = new SnmpMessage(version, community, isPdu ? (byte)(tag & 0x1f) : (byte)255, isPdu ? FirstName(pdu) : default, isEncrypted: false);
        return true;
    }

    /// <summary>Request id, error, error index, then the list of bindings; traps of version 1 begin with their enterprise.</summary>
    static ReadOnlySpan<byte> FirstName(DerReader pdu)
    {
        if (pdu.TryRead(DerReader.ObjectIdentifier, out var enterprise)) return enterprise;
        return pdu.TryRead(DerReader.Integer, out _) && pdu.TryRead(DerReader.Integer, out _) && pdu.TryRead(DerReader.Integer, out _)
            && pdu.TryEnterStart(DerReader.Sequence, out var bindings) && bindings.TryEnterStart(DerReader.Sequence, out var binding)
            && binding.TryRead(DerReader.ObjectIdentifier, out var name) ? name : default;
    }

    public static string VersionName(int version) => version switch { 0 => "v1", 1 => "v2c", 2 => "v2u", _ => "v3" };

    public static string PduName(byte pdu) => pdu switch
    {
        0 => "get-request",
        1 => "get-next-request",
        2 => "get-response",
        3 => "set-request",
        4 => "trap",
        5 => "get-bulk-request",
        6 => "inform-request",
        7 => "snmpV2-trap",
        8 => "report",
        _ => "unknown",
    };
}
