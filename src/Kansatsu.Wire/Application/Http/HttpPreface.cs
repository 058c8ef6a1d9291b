namespace Kansatsu.Wire;

/// <summary>The fixed first words of an HTTP/2 client (RFC 9113 §3.4).</summary>
public static class HttpPreface
{
    public static ReadOnlySpan<byte> Http2 => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;
}
