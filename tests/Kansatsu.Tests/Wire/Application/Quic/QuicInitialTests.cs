using System.Security.Cryptography;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Quic;

public class QuicInitialTests
{
    // RFC 9001 Appendix A.1 and A.2: the keys, and the CRYPTO frame with the ClientHello for example.com.
    const string Key = "1f369613dd76d5467730efcbe3b1a22d";
    const string Iv = "fa044b2f42a3fd3b46fb255c";
    const string HeaderProtection = "9f50449e04a0e810283a1e9933adedd2";
    const string Crypto =
        "060040f1010000ed0303ebf8fa56f12939b9584a3896472ec40bb863cfd3e86804fe3a47f06a2b69484c00000413011302010000c000000010000e00000b6578"
        + "616d706c652e636f6dff01000100000a00080006001d0017001800100007000504616c706e000500050100000000003300260024001d00209370b2c9caa47fba"
        + "baf4559fedba753de171fa71f50f1ce15d43e994ec74d748002b0003020304000d0010000e0403050306030203080408050806002d00020101001c0002400100"
        + "3900320408ffffffffffffffff05048000ffff07048000ffff0801100104800075300901100f088394c8f03e51570806048000ffff";

    static readonly byte[] Hello = UdpFrames.Hex(Crypto)[4..];

    [Fact]
    public void The_sample_of_the_standard_is_opened()
    {
        var packet = Seal(2, UdpFrames.Hex(Crypto), 1162);
        Assert.Equal(1200, packet.Length);
        Assert.StartsWith("c000000001088394c8f03e5157080000449e7b9aec34d1b1c98dd7689fb8ec11", Convert.ToHexStringLower(packet), StringComparison.Ordinal);
        Assert.EndsWith("e221af44860018ab0856972e194cd934", Convert.ToHexStringLower(packet), StringComparison.Ordinal);
        using var initial = new QuicInitial();
        Assert.True(initial.TryAdd(packet));
        Assert.Equal(Hello, initial.ClientHello.ToArray());
        Assert.Equal(QuicVersions.Version1, initial.Version);
        Assert.True(TlsClientHello.TryRead(initial.ClientHello, out var hello));
        Assert.Equal("example.com"u8.ToArray(), hello.ServerName.ToArray());
    }

    [Fact]
    public void Frames_in_any_order_and_over_several_datagrams_are_put_together()
    {
        using var initial = new QuicInitial();
        Assert.False(initial.TryAdd(Seal(0, [.. Frame(200, Hello.Length), 1, .. Frame(0, 50), 2, 0, 0, 1, 0, 0, 0, .. Frame(40, 90)], 1162)));
        Assert.True(initial.ClientHello.IsEmpty);
        Assert.True(initial.TryAdd(Seal(1, Frame(90, 200), 1162)));
        Assert.Equal(Hello, initial.ClientHello.ToArray());
    }

    [Fact]
    public void Packets_that_share_a_datagram_are_all_read()
    {
        using var initial = new QuicInitial();
        Assert.True(initial.TryAdd([.. Seal(0, Frame(100, Hello.Length), 300), .. Seal(1, Frame(0, 100), 300)]));
        Assert.Equal(Hello, initial.ClientHello.ToArray());
    }

    [Fact]
    public void A_changed_byte_anywhere_yields_no_hello_and_no_exception()
    {
        var packet = Seal(2, UdpFrames.Hex(Crypto), 300);
        for (var i = 0; i < packet.Length; i++)
        {
            var changed = packet.ToArray();
            changed[i] ^= 0x10;
            using var initial = new QuicInitial();
            Assert.False(initial.TryAdd(changed));
        }
    }

    [Fact]
    public void Every_prefix_is_refused()
    {
        var packet = Seal(2, UdpFrames.Hex(Crypto), 300);
        for (var length = 0; length < packet.Length; length++)
        {
            using var initial = new QuicInitial();
            Assert.False(initial.TryAdd(packet.AsSpan(0, length)));
        }

        UdpFrames.TryEveryPrefix(40000, 443, packet);
    }

    [Fact]
    public void Tries_have_an_end()
    {
        using var initial = new QuicInitial();
        var packet = Seal(0, [1], 300);
        for (var i = 0; i < QuicInitial.MaxPackets; i++) Assert.False(initial.TryAdd(packet));
        Assert.True(initial.IsDone);
        Assert.False(initial.TryAdd(Seal(1, UdpFrames.Hex(Crypto), 1162)));
    }

    [Fact]
    public void Another_connection_may_follow_and_finds_nothing_of_the_one_before()
    {
        using var initial = new QuicInitial();
        Assert.False(initial.TryAdd(Seal(0, [.. Frame(0, 50), .. Frame(70, Hello.Length)], 300)));
        initial.Reset();
        Assert.Equal(0u, initial.Version);
        Assert.False(initial.TryAdd(Seal(0, Frame(50, 70), 300)));
        Assert.True(initial.ClientHello.IsEmpty);
        initial.Reset();
        Assert.True(initial.TryAdd(Seal(2, UdpFrames.Hex(Crypto), 1162)));
        Assert.Equal(Hello, initial.ClientHello.ToArray());
    }

    [Fact]
    public void Crypto_data_in_any_pieces_reads_as_sent_and_the_first_bytes_stand()
    {
        var random = new Random(5);
        var wanted = new byte[700];
        random.NextBytes(wanted);
        var crypto = new QuicCryptoAssembler();
        for (var round = 0; round < 200; round++)
        {
            crypto.Reset();
            var seen = new byte?[wanted.Length];
            while (Array.IndexOf(seen, null) is var gap and >= 0)
            {
                Assert.Equal(gap, crypto.Contiguous.Length);
                var from = random.Next(4) == 0 ? gap : random.Next(wanted.Length);
                var piece = wanted[from..random.Next(from, wanted.Length + 1)];
                // Whoever repeats something else comes too late.
                if (random.Next(3) == 0) piece = [.. piece.Select((value, i) => seen[from + i] is null ? value : (byte)~value)];
                crypto.Add((ulong)from, piece);
                for (var i = 0; i < piece.Length; i++) seen[from + i] ??= piece[i];
            }

            Assert.Equal(wanted, crypto.Contiguous.ToArray());
        }
    }

    [Fact]
    public void Crypto_data_is_kept_only_up_to_its_limit()
    {
        var crypto = new QuicCryptoAssembler();
        crypto.Add(QuicCryptoAssembler.MaxLength - 1, [1, 2, 3]);
        crypto.Add(ulong.MaxValue, [1]);
        Assert.True(crypto.Contiguous.IsEmpty);
        crypto.Add(0, new byte[QuicCryptoAssembler.MaxLength + 10]);
        Assert.Equal(QuicCryptoAssembler.MaxLength, crypto.Contiguous.Length);
        Assert.Equal(1, crypto.Contiguous[^1]);
    }

    static byte[] Frame(int from, int to) =>
        [6, (byte)(0x40 | (from >> 8)), (byte)from, (byte)(0x40 | ((to - from) >> 8)), (byte)(to - from), .. Hello[from..to]];

    /// <summary>Protects a client's Initial packet with the keys of the standard's appendix (RFC 9001 §5.3, §5.4).</summary>
    static byte[] Seal(int number, byte[] frames, int length)
    {
        var plaintext = new byte[length];
        frames.CopyTo(plaintext, 0);
        var payload = 4 + length + 16;
        byte[] header = [.. UdpFrames.Hex("c300000001088394c8f03e5157080000"), (byte)(0x40 | (payload >> 8)), (byte)payload, 0, 0, 0, (byte)number];
        var nonce = UdpFrames.Hex(Iv);
        nonce[^1] ^= (byte)number;
        var sealedBytes = new byte[length + 16];
        using var cipher = new AesGcm(UdpFrames.Hex(Key), 16);
        cipher.Encrypt(nonce, plaintext, sealedBytes.AsSpan(0, length), sealedBytes.AsSpan(length), header);
        using var aes = Aes.Create();
        aes.Key = UdpFrames.Hex(HeaderProtection);
        var mask = aes.EncryptEcb(sealedBytes.AsSpan(0, 16), PaddingMode.None);
        header[0] ^= (byte)(mask[0] & 0x0f);
        for (var i = 0; i < 4; i++) header[^(4 - i)] ^= mask[1 + i];
        return [.. header, .. sealedBytes];
    }
}
