namespace Kansatsu.Wire;

/// <summary>Protocols whose first words name them on any port.</summary>
static class TcpTextApplications
{
    public static LayerKind ByWords(ReadOnlySpan<byte> payload)
    {
        switch (payload[0])
        {
            case (byte)'H' when payload.StartsWith("HTTP/1."u8): return LayerKind.Http;
            case (byte)'S' when payload.StartsWith("SSH-"u8): return LayerKind.Ssh;
            case (byte)'S' when payload.StartsWith("SIP/2.0 "u8): return LayerKind.Sip;
            case (byte)'R' when payload.StartsWith("RTSP/1."u8): return LayerKind.Rtsp;
            case (byte)'P' when payload.StartsWith("PRI * HTTP/2.0"u8): return LayerKind.Http2;
            case (byte)'G' when payload.StartsWith("GNUTELLA"u8): return LayerKind.Gnutella;
            case (byte)'2' when payload.StartsWith("220"u8): return ByGreeting(payload);
            case (byte)'*' when payload.StartsWith("* OK "u8) && HasInFirstLine(payload, "IMAP"u8): return LayerKind.Imap;
            case (byte)'+' when payload.StartsWith("+OK "u8) && HasInFirstLine(payload, "POP"u8): return LayerKind.Pop;
            case (byte)'E' when payload.StartsWith("EHLO "u8): return LayerKind.Smtp;
            case (byte)'H' when payload.StartsWith("HELO "u8): return LayerKind.Smtp;
            case (byte)'N' when payload.StartsWith("NICK "u8): return LayerKind.Irc;
            case (byte)'C' when payload.StartsWith("CAP LS"u8): return LayerKind.Irc;
            case >= (byte)'A' and <= (byte)'Z': return ByRequestLine(payload);
            default: return LayerKind.Data;
        }
    }

    /// <summary>HTTP, RTSP and SIP share the shape of a request line; its last word tells them apart.</summary>
    static LayerKind ByRequestLine(ReadOnlySpan<byte> payload)
    {
        if (!HttpRequest.BeginsWithMethod(payload)) return LayerKind.Data;
        var lines = new TextLines(payload);
        if (!lines.MoveNext()) return HasKnownStart(payload) ? LayerKind.Http : LayerKind.Data;
        var version = lines.Current[(lines.Current.LastIndexOf((byte)' ') + 1)..];
        if (version.StartsWith("HTTP/1."u8)) return LayerKind.Http;
        if (version.StartsWith("RTSP/1."u8)) return LayerKind.Rtsp;
        return version.SequenceEqual("SIP/2.0"u8) ? LayerKind.Sip : LayerKind.Data;
    }

    /// <summary>A request line that goes on in the next segment: a usual method and the beginning of a usual target.</summary>
    static bool HasKnownStart(ReadOnlySpan<byte> payload)
    {
        var space = payload.IndexOf((byte)' ');
        if (space < 0 || !(payload[..space].SequenceEqual("GET"u8) || payload[..space].SequenceEqual("POST"u8) || payload[..space].SequenceEqual("HEAD"u8)
            || payload[..space].SequenceEqual("PUT"u8))) return false;
        return payload[(space + 1)..] is [(byte)'/', ..] || payload[(space + 1)..].StartsWith("http"u8);
    }

    static LayerKind ByGreeting(ReadOnlySpan<byte> payload)
    {
        if (HasInFirstLine(payload, "SMTP"u8)) return LayerKind.Smtp;
        return HasInFirstLine(payload, "FTP"u8) ? LayerKind.Ftp : LayerKind.Data;
    }

    static bool HasInFirstLine(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> word) => TextLines.First(payload).IndexOf(word) >= 0;
}
