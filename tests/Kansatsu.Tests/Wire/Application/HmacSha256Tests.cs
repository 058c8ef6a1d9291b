using System.Security.Cryptography;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application;

public class HmacSha256Tests
{
    // RFC 4231 §4.3.
    [Fact]
    public void Test_case_2_of_RFC_4231()
    {
        Span<byte> output = stackalloc byte[HmacSha256.Length];
        new HmacSha256("Jefe"u8).Hash("what do ya want for nothing?"u8, output);
        Assert.Equal("5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843", Convert.ToHexString(output));
    }

    [Fact]
    public void Agrees_with_the_library_at_every_length()
    {
        var random = new Random(4);
        for (var keyLength = 0; keyLength <= 64; keyLength++)
        {
            for (var length = 0; length <= HmacSha256.MaxMessage; length++)
            {
                var (key, message, output) = (new byte[keyLength], new byte[length], new byte[HmacSha256.Length]);
                random.NextBytes(key);
                random.NextBytes(message);
                new HmacSha256(key).Hash(message, output);
                Assert.Equal(HMACSHA256.HashData(key, message), output);
            }
        }
    }

    [Fact]
    public void A_key_serves_for_several_messages_and_the_output_may_be_the_message()
    {
        var hmac = new HmacSha256("key"u8);
        var bytes = new byte[HmacSha256.Length];
        for (var i = 0; i < 3; i++)
        {
            var expected = HMACSHA256.HashData("key"u8, bytes);
            hmac.Hash(bytes, bytes);
            Assert.Equal(expected, bytes);
        }
    }
}
