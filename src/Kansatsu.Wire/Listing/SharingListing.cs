namespace Kansatsu.Wire;

/// <summary>SMB, BitTorrent and memcached as text.</summary>
static class SharingListing
{
    public static bool SummarizeSmb(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!SmbHeader.TryRead(bytes, out var smb)) return false;
        if (smb.Family == 3)
        {
            to.Text("Encrypted SMB3");
            return true;
        }

        to.Named(smb.Family == 1 ? Command1(smb.Command) : Command2(smb.Command), smb.Command, 2).Text(smb.IsResponse ? " Response" : " Request");
        if (smb.Dialect != 0) to.Text(", Dialect: ").Hex(smb.Dialect, 4);
        if (smb.IsResponse && smb.Status != 0) to.Text(", Status: ").Hex(smb.Status, 8);
        return true;
    }

    public static void ListSmb(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!SmbHeader.TryRead(bytes, out var smb)) return;
        to.Field("Family").Text(smb.Family switch { 1 => "SMB 1", 2 => "SMB 2/3", _ => "SMB 3, encrypted" });
        if (smb.Family == 3) return;
        to.Field("Command").Named(smb.Family == 1 ? Command1(smb.Command) : Command2(smb.Command), smb.Command, 2);
        to.Field("Direction").Text(smb.IsResponse ? "response" : "request");
        if (smb.IsResponse) to.Field("NT status").Hex(smb.Status, 8);
        if (smb.Dialect != 0) to.Field("Dialect").Hex(smb.Dialect, 4);
    }

    public static bool SummarizeBitTorrent(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        to.Text("Handshake");
        if (BitTorrentHandshake.TryRead(bytes, out var handshake) && !handshake.Client.IsEmpty) to.Text(" (").Wire(handshake.Client).Text(")");
        return true;
    }

    public static void ListBitTorrent(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!BitTorrentHandshake.TryRead(bytes, out var handshake)) return;
        to.Field("Info hash").Bytes(handshake.InfoHash);
        to.Field("Peer id").Wire(handshake.PeerId);
    }

    public static bool SummarizeMemcached(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!MemcachedHeader.TryRead(bytes, out var header)) to.Wire(TextLines.First(bytes), 80);
        else to.Text(header.IsResponse ? "Response, opcode " : "Request, opcode ").Number(header.Opcode);
        return true;
    }

    public static void ListMemcached(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!MemcachedHeader.TryRead(bytes, out var header))
        {
            to.Field("Line").Wire(TextLines.First(bytes));
            return;
        }

        to.Field("Opcode").Number(header.Opcode);
        if (header.IsResponse) to.Field("Status").Number(header.Status);
        if (!header.Key.IsEmpty) to.Field("Key").Wire(header.Key);
        to.Field("Body length").Number(header.BodyLength);
    }

    static string? Command1(ushort command) => command switch
    {
        0x04 => "Close",
        0x24 => "Locking AndX",
        0x25 => "Trans",
        0x2b => "Echo",
        0x2e => "Read AndX",
        0x2f => "Write AndX",
        0x32 => "Trans2",
        0x71 => "Tree Disconnect",
        0x72 => "Negotiate Protocol",
        0x73 => "Session Setup AndX",
        0x74 => "Logoff AndX",
        0x75 => "Tree Connect AndX",
        0xa0 => "NT Trans",
        0xa2 => "NT Create AndX",
        _ => null,
    };

    static string? Command2(ushort command) => command switch
    {
        0 => "Negotiate Protocol",
        1 => "Session Setup",
        2 => "Session Logoff",
        3 => "Tree Connect",
        4 => "Tree Disconnect",
        5 => "Create",
        6 => "Close",
        7 => "Flush",
        8 => "Read",
        9 => "Write",
        10 => "Lock",
        11 => "Ioctl",
        12 => "Cancel",
        13 => "Keep Alive",
        14 => "Find",
        15 => "Notify",
        16 => "Get Information",
        17 => "Set Information",
        18 => "Break",
        _ => null,
    };
}
