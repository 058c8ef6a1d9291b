namespace Kansatsu.Wire;

/// <summary>
/// The header of an HTTP/1 response (RFC 9112 §4). All spans point into the given bytes, hold hostile bytes, and are empty when absent.
/// </summary>
public readonly ref struct HttpResponse
{
    const int StatusDigits = 3;

    readonly ReadOnlySpan<byte> _fields;

    HttpResponse(ReadOnlySpan<byte> version, ushort status, ReadOnlySpan<byte> reason, ReadOnlySpan<byte> fields, int headerLength)
    {
        Version = version;
        StatusCode = status;
        Reason = reason;
        _fields = fields;
        HeaderLength = headerLength;
    }

    /// <summary>"HTTP/1.1".</summary>
    public ReadOnlySpan<byte> Version { get; }

    /// <summary>Three digits, 100 to 999 as sent.</summary>
    public ushort StatusCode { get; }

    public ReadOnlySpan<byte> Reason { get; }

    /// <summary>Bytes from the start to the body; 0 while the header is not whole.</summary>
    public int HeaderLength { get; }

    public HttpFields Fields => new(_fields);

    public ReadOnlySpan<byte> Server => Field("Server"u8);

    public ReadOnlySpan<byte> ContentType => Field("Content-Type"u8);

    public ReadOnlySpan<byte> Location => Field("Location"u8);

    public ReadOnlySpan<byte> Upgrade => Field("Upgrade"u8);

    /// <summary>100 Continue and its kind: the real response follows (RFC 9110 §15.2). 101 is the last word in HTTP.</summary>
    public bool IsInterim => StatusCode is >= 100 and < 200 and not 101;

    /// <summary>What follows the header, unless it answers HEAD or a successful CONNECT (RFC 9112 §6.3).</summary>
    public HttpBody Body => StatusCode is < 200 or 204 or 304 ? default : HttpBody.Of(_fields, isRequest: false);

    public ReadOnlySpan<byte> Field(ReadOnlySpan<byte> name) => HttpFields.Find(_fields, name);

    /// <summary>Reads a response's header at the start of the bytes.</summary>
    /// <param name="response">With <see cref="HttpReading.NeedMore"/>: what is known so far; empty before the status line is whole.</param>
    public static HttpReading Read(ReadOnlySpan<byte> bytes, out HttpResponse response)
    {
        response = default;
        var mark = "HTTP/1."u8;
        if (!(bytes.Length < mark.Length ? mark.StartsWith(bytes) : bytes.StartsWith(mark))) return HttpReading.NotHttp;
        var reading = HttpHeader.Split(bytes, out var line, out var fields, out var length);
        if (reading == HttpReading.NotHttp || line.IsEmpty) return reading;
        var space = line.IndexOf((byte)' ');
        if (space < 0 || !TryReadStatus(line[(space + 1)..], out var status)) return HttpReading.NotHttp;
        var reason = line[(space + 1 + StatusDigits)..].TrimStart((byte)' ');
        response = new HttpResponse(line[..space], status, reason, fields, length);
        return reading;
    }

    internal static bool TryReadStatus(ReadOnlySpan<byte> bytes, out ushort status)
    {
        status = 0;
        if (bytes.Length < StatusDigits || (bytes.Length > StatusDigits && bytes[StatusDigits] != ' ')) return false;
        foreach (var digit in bytes[..StatusDigits])
        {
            if (!char.IsAsciiDigit((char)digit)) return false;
            status = (ushort)((status * 10) + digit - '0');
        }

        return status >= 100;
    }
}
