namespace Kansatsu.Wire;

/// <summary>The first words of either BitTorrent peer (BEP 3): which torrent, and which peer.</summary>
public readonly ref struct BitTorrentHandshake
{
    public const int Length = 68;

    const int InfoHashAt = 28;
    const int PeerIdAt = 48;
    const int ClientLength = 8;

    readonly ReadOnlySpan<byte> _bytes;

    BitTorrentHandshake(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>A length byte of 19 and its words.</summary>
    public static ReadOnlySpan<byte> Mark => "\u0013BitTorrent protocol"u8;

    /// <summary>20 bytes that name the torrent.</summary>
    public ReadOnlySpan<byte> InfoHash => _bytes[InfoHashAt..PeerIdAt];

    /// <summary>20 bytes the client chose; by custom "-TR4040-" and chance.</summary>
    public ReadOnlySpan<byte> PeerId => _bytes[PeerIdAt..Length];

    /// <summary>The client's letters and version when the peer id keeps to the custom (BEP 20), else empty.</summary>
    public ReadOnlySpan<byte> Client => PeerId[0] == '-' && PeerId[ClientLength - 1] == '-' ? PeerId[1..(ClientLength - 1)] : default;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out BitTorrentHandshake handshake)
    {
        handshake = default;
        if (bytes.Length < Length || !bytes.StartsWith(Mark)) return false;
        handshake = new BitTorrentHandshake(bytes);
        return true;
    }
}
