namespace Kansatsu.Wire;

/// <summary>A UPnP discovery message (UPnP Device Architecture 2.0 §1): HTTP's shape in a datagram. Spans are empty when absent.</summary>
public readonly ref struct SsdpMessage
{
    readonly ReadOnlySpan<byte> _fields;

    SsdpMessage(ReadOnlySpan<byte> startLine, ReadOnlySpan<byte> fields)
    {
        StartLine = startLine;
        _fields = fields;
    }

    /// <summary>"M-SEARCH * HTTP/1.1", "NOTIFY * HTTP/1.1" or "HTTP/1.1 200 OK".</summary>
    public ReadOnlySpan<byte> StartLine { get; }

    public bool IsSearch => StartLine.StartsWith("M-SEARCH "u8);

    public bool IsNotify => StartLine.StartsWith("NOTIFY "u8);

    public bool IsResponse => StartLine.StartsWith("HTTP/"u8);

    /// <summary>What is searched for, or what answers the search.</summary>
    public ReadOnlySpan<byte> SearchTarget => HttpFields.Find(_fields, "ST"u8);

    /// <summary>What announces itself.</summary>
    public ReadOnlySpan<byte> NotificationType => HttpFields.Find(_fields, "NT"u8);

    /// <summary>"ssdp:alive" or "ssdp:byebye".</summary>
    public ReadOnlySpan<byte> NotificationSubtype => HttpFields.Find(_fields, "NTS"u8);

    public ReadOnlySpan<byte> UniqueName => HttpFields.Find(_fields, "USN"u8);

    /// <summary>Operating system, UPnP version and product with its version.</summary>
    public ReadOnlySpan<byte> Server => HttpFields.Find(_fields, "SERVER"u8);

    public ReadOnlySpan<byte> UserAgent => HttpFields.Find(_fields, "USER-AGENT"u8);

    /// <summary>Where the description of the device is.</summary>
    public ReadOnlySpan<byte> Location => HttpFields.Find(_fields, "LOCATION"u8);

    public HttpFields Fields => new(_fields);

    public static bool TryRead(ReadOnlySpan<byte> bytes, out SsdpMessage message)
    {
        var lines = new TextLines(bytes);
        var ok = lines.MoveNext();
        message = ok ? new SsdpMessage(lines.Current, lines.Rest) : default;
        return ok && (message.IsSearch || message.IsNotify || message.IsResponse);
    }
}
