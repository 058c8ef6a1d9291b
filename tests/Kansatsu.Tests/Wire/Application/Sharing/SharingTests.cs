using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Sharing;

public class SharingTests
{
    static byte[] Smb1 => [0, 0, 0, 35, 0xff, .. "SMB"u8, 0x72, 0, 0, 0, 0, 0x98, .. new byte[22], 0, 0, 0];

    static byte[] Smb2
    {
        get
        {
            var bytes = new byte[4 + 64 + 8];
            "\u00feSMB"u8[^3..].CopyTo(bytes.AsSpan(5));
            bytes[4] = 0xfe;
            bytes[4 + 16] = 1;
            bytes[4 + 64 + 4] = 0x11;
            bytes[4 + 64 + 5] = 3;
            return bytes;
        }
    }

    [Fact]
    public void Smb_1_tells_command_and_direction()
    {
        Assert.True(SmbHeader.TryRead(Smb1, out var smb));
        Assert.Equal(1, smb.Family);
        Assert.Equal(SmbHeader.Negotiate1, smb.Command);
        Assert.True(smb.IsResponse);
        Assert.Equal(0, smb.Dialect);
    }

    [Fact]
    public void An_smb_2_negotiate_response_tells_the_dialect()
    {
        Assert.True(SmbHeader.TryRead(Smb2, out var smb));
        Assert.Equal(2, smb.Family);
        Assert.Equal(0x0311, smb.Dialect);
    }

    [Fact]
    public void Smb_cut_anywhere_is_harmless()
    {
        for (var length = 0; length < Smb1.Length - 3; length++) Assert.False(SmbHeader.TryRead(Smb1.AsSpan(0, length), out _));
        for (var length = 0; length < Smb2.Length; length++)
            if (SmbHeader.TryRead(Smb2.AsSpan(0, length), out var smb)) Assert.True(smb.Dialect is 0 or 0x0311);
        Assert.True(SmbHeader.TryRead([0, 0, 0, 4, 0xfd, .. "SMB"u8], out var encrypted));
        Assert.Equal(3, encrypted.Family);
    }

    [Fact]
    public void A_bittorrent_handshake_names_torrent_and_client()
    {
        byte[] bytes = [.. BitTorrentHandshake.Mark, .. new byte[8], .. Enumerable.Repeat((byte)7, 20), .. "-TR4040-abcdefghijkl"u8];
        Assert.True(BitTorrentHandshake.TryRead(bytes, out var handshake));
        Assert.Equal(7, handshake.InfoHash[0]);
        Assert.Equal(20, handshake.InfoHash.Length);
        Assert.Equal("TR4040"u8, handshake.Client);
        for (var length = 0; length < bytes.Length; length++) Assert.False(BitTorrentHandshake.TryRead(bytes.AsSpan(0, length), out _));
    }

    [Fact]
    public void A_memcached_request_names_its_key()
    {
        byte[] bytes = [0x80, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 3, .. new byte[12], .. "key"u8];
        Assert.True(MemcachedHeader.TryRead(bytes, out var header));
        Assert.Equal("key"u8, header.Key);
        Assert.False(header.IsResponse);
        Assert.True(MemcachedHeader.TryRead(bytes.AsSpan(0, 25), out var cut));
        Assert.True(cut.Key.IsEmpty);
        bytes[11] = 2;
        Assert.False(MemcachedHeader.TryRead(bytes, out _));
    }
}
