namespace Kansatsu.Wire;

/// <summary>LDAP and Kerberos as text.</summary>
static class DirectoryListing
{
    public static bool SummarizeLdap(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!LdapMessage.TryRead(bytes, out var message)) return false;
        to.Text(Operation(message.Operation)).Text("(").Number(message.MessageId).Text(")");
        if (!message.Name.IsEmpty) to.Text(" \"").Wire(message.Name).Text("\"");
        return true;
    }

    public static void ListLdap(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!LdapMessage.TryRead(bytes, out var message)) return;
        to.Field("Message id").Number(message.MessageId);
        to.Field("Operation").Text(Operation(message.Operation));
        if (!message.Name.IsEmpty) to.Field("Name").Wire(message.Name);
    }

    public static bool SummarizeKerberos(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!TryReadKerberos(bytes, out var message)) return false;
        to.Text(Kerberos(message.Type));
        return true;
    }

    public static void ListKerberos(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (TryReadKerberos(bytes, out var message)) to.Field("Message type").Text(Kerberos(message.Type));
    }

    /// <summary>Over TCP with a length in front, over UDP without; an application tag can never begin a length.</summary>
    static bool TryReadKerberos(ReadOnlySpan<byte> bytes, out KerberosMessage message) =>
        KerberosMessage.TryRead(bytes, out message) || KerberosMessage.TryReadStream(bytes, out message);

    static string Operation(byte operation) => operation switch
    {
        0 => "bindRequest",
        1 => "bindResponse",
        2 => "unbindRequest",
        3 => "searchRequest",
        4 => "searchResEntry",
        5 => "searchResDone",
        6 => "modifyRequest",
        7 => "modifyResponse",
        8 => "addRequest",
        9 => "addResponse",
        10 => "delRequest",
        11 => "delResponse",
        14 => "compareRequest",
        15 => "compareResponse",
        16 => "abandonRequest",
        19 => "searchResRef",
        23 => "extendedReq",
        24 => "extendedResp",
        25 => "intermediateResponse",
        _ => "operation",
    };

    static string Kerberos(byte type) => type switch
    {
        10 => "AS-REQ",
        11 => "AS-REP",
        12 => "TGS-REQ",
        13 => "TGS-REP",
        14 => "AP-REQ",
        15 => "AP-REP",
        20 => "KRB-SAFE",
        21 => "KRB-PRIV",
        22 => "KRB-CRED",
        30 => "KRB-ERROR",
        _ => "Kerberos message",
    };
}
