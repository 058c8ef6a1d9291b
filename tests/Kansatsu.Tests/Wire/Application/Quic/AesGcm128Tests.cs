using System.Security.Cryptography;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Quic;

public class AesGcm128Tests
{
    [Fact]
    public void The_sample_of_the_specification_is_opened()
    {
        // "The Galois/Counter Mode of Operation" (McGrew, Viega), test case 4.
        using var cipher = new AesGcm128();
        cipher.SetKey(UdpFrames.Hex("feffe9928665731c6d6a8f9467308308"));
        var nonce = UdpFrames.Hex("cafebabefacedbaddecaf888");
        var header = UdpFrames.Hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        var sealedBytes = UdpFrames.Hex(
            "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091"
            + "5bc94fbc3221a5db94fae95ae7121a47");
        var plaintext = new byte[sealedBytes.Length - AesGcm128.TagLength];
        Assert.True(cipher.TryOpen(nonce, header, sealedBytes, plaintext));
        Assert.Equal(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
            Convert.ToHexStringLower(plaintext));
        Assert.Equal(plaintext[0], cipher.PeekFirst(nonce, sealedBytes));
    }

    [Fact]
    public void What_the_library_sealed_is_opened_whatever_its_lengths_and_nothing_that_was_changed()
    {
        using var cipher = new AesGcm128();
        var random = new Random(5);
        var (key, nonce) = (new byte[AesGcm128.KeyLength], new byte[AesGcm128.NonceLength]);
        for (var i = 0; i < 400; i++)
        {
            random.NextBytes(key);
            random.NextBytes(nonce);
            var (header, plaintext) = (new byte[random.Next(70)], new byte[i % 300]);
            random.NextBytes(header);
            random.NextBytes(plaintext);
            var sealedBytes = new byte[plaintext.Length + AesGcm128.TagLength];
            using (var library = new AesGcm(key, AesGcm128.TagLength))
                library.Encrypt(nonce, plaintext, sealedBytes.AsSpan(0, plaintext.Length), sealedBytes.AsSpan(plaintext.Length), header);
            cipher.SetKey(key);
            var opened = new byte[plaintext.Length];
            Assert.True(cipher.TryOpen(nonce, header, sealedBytes, opened));
            Assert.Equal(plaintext, opened);

            sealedBytes[random.Next(sealedBytes.Length)] ^= (byte)(1 << random.Next(8));
            Assert.False(cipher.TryOpen(nonce, header, sealedBytes, opened));
        }
    }

    [Fact]
    public void Too_few_bytes_for_a_tag_are_not_opened()
    {
        using var cipher = new AesGcm128();
        cipher.SetKey(new byte[AesGcm128.KeyLength]);
        for (var length = 0; length < AesGcm128.TagLength; length++)
            Assert.False(cipher.TryOpen(new byte[AesGcm128.NonceLength], [], new byte[length], []));
    }
}
