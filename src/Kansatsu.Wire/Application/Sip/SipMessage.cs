using System.Text;

namespace Kansatsu.Wire;

/// <summary>The header of a SIP message (RFC 3261 §7), over UDP or TCP. All spans hold hostile bytes and are empty when absent.</summary>
public readonly ref struct SipMessage
{
    readonly ReadOnlySpan<byte> _fields;

    SipMessage(ReadOnlySpan<byte> method, ushort status, ReadOnlySpan<byte> subject, ReadOnlySpan<byte> fields)
    {
        Method = method;
        StatusCode = status;
        Subject = subject;
        _fields = fields;
    }

    /// <summary>Empty in a response.</summary>
    public ReadOnlySpan<byte> Method { get; }

    /// <summary>0 in a request.</summary>
    public ushort StatusCode { get; }

    /// <summary>The request's URI, or the response's reason.</summary>
    public ReadOnlySpan<byte> Subject { get; }

    public ReadOnlySpan<byte> From => Field("From"u8, "f"u8);

    public ReadOnlySpan<byte> To => Field("To"u8, "t"u8);

    public ReadOnlySpan<byte> CallId => Field("Call-ID"u8, "i"u8);

    public ReadOnlySpan<byte> UserAgent
    {
        get
        {
            var client = HttpFields.Find(_fields, "User-Agent"u8);
            return client.IsEmpty ? HttpFields.Find(_fields, "Server"u8) : client;
        }
    }

    public HttpFields Fields => new(_fields);

    public static bool TryRead(ReadOnlySpan<byte> bytes, out SipMessage message)
    {
        message = default;
        var lines = new TextLines(bytes);
        if (!lines.MoveNext()) return false;
        var line = lines.Current;
        if (line.StartsWith("SIP/2.0 "u8))
        {
            if (line.Length < 11 || !System.Buffers.Text.Utf8Parser.TryParse(line[8..11], out ushort status, out var used) || used != 3) return false;
            message = new SipMessage(default, status, line[11..].TrimStart((byte)' '), lines.Rest);
            return true;
        }

        var space = line.IndexOf((byte)' ');
        if (space <= 0 || !line.EndsWith(" SIP/2.0"u8) || space >= line.Length - 8 || !Ascii.IsValid(line[..space])) return false;
        message = new SipMessage(line[..space], 0, line[(space + 1)..^8], lines.Rest);
        return true;
    }

    /// <summary>Header fields have short forms (RFC 3261 §7.3.3).</summary>
    ReadOnlySpan<byte> Field(ReadOnlySpan<byte> name, ReadOnlySpan<byte> shortName)
    {
        var value = HttpFields.Find(_fields, name);
        return value.IsEmpty ? HttpFields.Find(_fields, shortName) : value;
    }
}
