namespace Kansatsu.Wire;

/// <summary>The line in which both sides of SSH name their software (RFC 4253 §4.2): "SSH-2.0-OpenSSH_9.6 comments".</summary>
public readonly ref struct SshBanner
{
    /// <summary>RFC 4253 allows 255 bytes with the line's end.</summary>
    public const int MaxLength = 255;

    /// <summary>A server may speak before its banner; nobody says so much.</summary>
    const int MaxLinesBefore = 16;

    SshBanner(ReadOnlySpan<byte> line, ReadOnlySpan<byte> protocolVersion, ReadOnlySpan<byte> softwareVersion, ReadOnlySpan<byte> comments)
    {
        Line = line;
        ProtocolVersion = protocolVersion;
        SoftwareVersion = softwareVersion;
        Comments = comments;
    }

    /// <summary>The whole line, without its end.</summary>
    public ReadOnlySpan<byte> Line { get; }

    /// <summary>"2.0", or "1.99" from a server that also speaks 1.5.</summary>
    public ReadOnlySpan<byte> ProtocolVersion { get; }

    public ReadOnlySpan<byte> SoftwareVersion { get; }

    public ReadOnlySpan<byte> Comments { get; }

    public static bool TryRead(ReadOnlySpan<byte> stream, out SshBanner banner)
    {
        banner = default;
        var lines = new TextLines(stream);
        for (var count = 0; count <= MaxLinesBefore && lines.MoveNext(); count++)
            if (lines.Current.StartsWith("SSH-"u8)) return TryReadLine(lines.Current, out banner);
        return lines.Rest.StartsWith("SSH-"u8) && TryReadLine(lines.Rest, out banner);
    }

    static bool TryReadLine(ReadOnlySpan<byte> line, out SshBanner banner)
    {
        banner = default;
        if (line.Length > MaxLength) return false;
        var rest = line[4..];
        var hyphen = rest.IndexOf((byte)'-');
        if (hyphen < 1) return false;
        var software = rest[(hyphen + 1)..];
        var space = software.IndexOf((byte)' ');
        banner = space < 0
            ? new SshBanner(line, rest[..hyphen], software, default)
            : new SshBanner(line, rest[..hyphen], software[..space], software[(space + 1)..]);
        return true;
    }
}
