namespace Kansatsu.Wire;

/// <summary>
/// The header of an HTTP/1 request (RFC 9112 §3). All spans point into the given bytes, hold hostile bytes, and are empty when absent.
/// </summary>
public readonly ref struct HttpRequest
{
    /// <summary>No registered method is longer than 17 letters (UPDATEREDIRECTREF).</summary>
    public const int MaxMethodLength = 24;

    readonly ReadOnlySpan<byte> _fields;

    HttpRequest(ReadOnlySpan<byte> method, ReadOnlySpan<byte> target, ReadOnlySpan<byte> version, ReadOnlySpan<byte> fields, int headerLength)
    {
        Method = method;
        Target = target;
        Version = version;
        _fields = fields;
        HeaderLength = headerLength;
    }

    public ReadOnlySpan<byte> Method { get; }

    /// <summary>As sent: a path with its query, an absolute URI to a proxy, host and port of CONNECT, or "*".</summary>
    public ReadOnlySpan<byte> Target { get; }

    /// <summary>"HTTP/1.1".</summary>
    public ReadOnlySpan<byte> Version { get; }

    /// <summary>Bytes from the start (empty lines before the request included) to the body; 0 while the header is not whole.</summary>
    public int HeaderLength { get; }

    public HttpFields Fields => new(_fields);

    public ReadOnlySpan<byte> Host => Field("Host"u8);

    public ReadOnlySpan<byte> UserAgent => Field("User-Agent"u8);

    public ReadOnlySpan<byte> Referer => Field("Referer"u8);

    public ReadOnlySpan<byte> ContentType => Field("Content-Type"u8);

    public ReadOnlySpan<byte> Upgrade => Field("Upgrade"u8);

    public bool IsConnect => Method.SequenceEqual("CONNECT"u8);

    /// <summary>What follows the header.</summary>
    public HttpBody Body => HttpBody.Of(_fields, isRequest: true);

    public ReadOnlySpan<byte> Field(ReadOnlySpan<byte> name) => HttpFields.Find(_fields, name);

    /// <summary>Reads a request's header at the start of the bytes.</summary>
    /// <param name="request">With <see cref="HttpReading.NeedMore"/>: what is known so far; empty before the request line is whole.</param>
    public static HttpReading Read(ReadOnlySpan<byte> bytes, out HttpRequest request)
    {
        request = default;
        var skipped = EmptyLines(bytes);
        var rest = bytes[skipped..];
        if (!BeginsWithMethod(rest)) return HttpReading.NotHttp;
        var reading = HttpHeader.Split(rest, out var line, out var fields, out var length);
        if (reading == HttpReading.NotHttp || line.IsEmpty) return reading;
        var first = line.IndexOf((byte)' ');
        var last = line.LastIndexOf((byte)' ');
        if (first < 0 || last <= first + 1 || !line[(last + 1)..].StartsWith("HTTP/1."u8)) return HttpReading.NotHttp;
        request = new HttpRequest(line[..first], line[(first + 1)..last], line[(last + 1)..], fields, length == 0 ? 0 : skipped + length);
        return reading;
    }

    /// <summary>The bytes, however few, begin like a method and, when there are enough, a space.</summary>
    public static bool BeginsWithMethod(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.Length > MaxMethodLength ? bytes[..(MaxMethodLength + 1)] : bytes;
        var end = 0;
        while (end < start.Length && IsOfMethod(start[end])) end++;
        return end == start.Length ? end <= MaxMethodLength : end > 1 && start[end] == ' ';
    }

    // Methods are tokens (RFC 9110 §5.6.2), but every one in use is of capitals and hyphens; that keeps other protocols out.
    static bool IsOfMethod(byte b) => b is (>= (byte)'A' and <= (byte)'Z') or (byte)'-' or (byte)'_';

    /// <summary>A server should pass over empty lines before a request (RFC 9112 §2.2).</summary>
    static int EmptyLines(ReadOnlySpan<byte> bytes)
    {
        var other = bytes.IndexOfAnyExcept("\r\n"u8);
        return other < 0 ? bytes.Length : other;
    }
}
