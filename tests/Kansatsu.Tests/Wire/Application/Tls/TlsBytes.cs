using System.Text;

namespace Kansatsu.Tests.Wire.Application.Tls;

/// <summary>Builds TLS bytes for the tests.</summary>
static class TlsBytes
{
    public static byte[] Concat(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    public static byte[] Sized8(params byte[][] parts) => [(byte)Concat(parts).Length, .. Concat(parts)];

    public static byte[] Sized16(params byte[][] parts) => [.. Number16(Concat(parts).Length), .. Concat(parts)];

    public static byte[] Sized24(params byte[][] parts) => [(byte)(Concat(parts).Length >> 16), .. Number16(Concat(parts).Length & 0xffff), .. Concat(parts)];

    public static byte[] Number16(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Extension(int type, params byte[][] value) => [.. Number16(type), .. Sized16(value)];

    public static byte[] Sni(string name) => Extension(0, Sized16([0], Sized16(Text(name))));

    public static byte[] Alpn(params string[] names) => Extension(16, Sized16([.. names.Select(name => Sized8(Text(name)))]));

    public static byte[] Versions(params int[] versions) => Extension(43, Sized8([.. versions.Select(Number16)]));

    public static byte[] Message(byte type, params byte[][] body) => [type, .. Sized24(body)];

    public static byte[] ClientHello(params byte[][] extensions) =>
        Message(1, [3, 3], new byte[32], Sized8(new byte[32]), Sized16([0x0a, 0x0a, 0x13, 0x01, 0xc0, 0x2f]), [1, 0], Sized16(extensions));

    public static byte[] ServerHello(params byte[][] extensions) =>
        Message(2, [3, 3], new byte[32], Sized8(), [0xc0, 0x2f, 0], Sized16(extensions));

    public static byte[] Record(byte type, params byte[][] fragment) => [type, 3, 1, .. Sized16(fragment)];

    public static byte[] Der(byte tag, params byte[][] contents)
    {
        var length = Concat(contents).Length;
        return length < 128 ? [tag, (byte)length, .. Concat(contents)] : [tag, 0x82, .. Number16(length), .. Concat(contents)];
    }

    public static byte[] Name(string common) => Der(0x30, Der(0x31, Der(0x30, Der(6, [0x55, 4, 3]), Der(0x0c, Text(common)))));

    /// <summary>Unsigned, but of the right shape.</summary>
    public static byte[] Certificate(string subject, string issuer, params byte[][] alternatives) => Der(0x30, Der(0x30,
        Der(0xa0, Der(2, [2])), Der(2, [1]), Der(0x30), Name(issuer), Der(0x30, Der(0x17, Text("240101000000Z")), Der(0x17, Text("340101000000Z"))),
        Name(subject), Der(0x30), Der(0xa3, Der(0x30, Der(0x30, Der(6, [0x55, 0x1d, 0x0f])), Der(0x30, Der(6, [0x55, 0x1d, 0x11]), Der(1, [0xff]), Der(4, Der(0x30, alternatives)))))));
}
