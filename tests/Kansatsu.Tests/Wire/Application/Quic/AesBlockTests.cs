using System.Security.Cryptography;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Quic;

public class AesBlockTests
{
    [Fact]
    public void The_sample_of_the_standard_is_encrypted()
    {
        // FIPS 197 Appendix B.
        using var cipher = new AesBlock();
        cipher.SetKey(UdpFrames.Hex("2b7e151628aed2a6abf7158809cf4f3c"));
        var output = new byte[AesBlock.Length];
        cipher.Encrypt(UdpFrames.Hex("3243f6a8885a308d313198a2e0370734"), output);
        Assert.Equal("3925841d02dc09fbdc118597196a0b32", Convert.ToHexStringLower(output));
    }

    [Fact]
    public void Any_key_gives_what_the_library_gives()
    {
        using var cipher = new AesBlock();
        using var library = Aes.Create();
        var random = new Random(3);
        var (key, block, output) = (new byte[AesBlock.Length], new byte[AesBlock.Length], new byte[AesBlock.Length]);
        for (var i = 0; i < 500; i++)
        {
            random.NextBytes(key);
            random.NextBytes(block);
            cipher.SetKey(key);
            library.SetKey(key);
            cipher.Encrypt(block, output);
            Assert.Equal(library.EncryptEcb(block, PaddingMode.None), output);
        }
    }
}
