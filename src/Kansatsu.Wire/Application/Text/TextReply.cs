namespace Kansatsu.Wire;

/// <summary>A server's reply line of SMTP (RFC 5321 §4.2), FTP (RFC 959 §4.2) and their kin: three digits, then a space or a hyphen, then text.</summary>
public readonly ref struct TextReply
{
    const int CodeLength = 3;

    TextReply(ushort code, bool isLast, ReadOnlySpan<byte> text)
    {
        Code = code;
        IsLast = isLast;
        Text = text;
    }

    public ushort Code { get; }

    /// <summary>False on the lines of a reply that goes on ("250-").</summary>
    public bool IsLast { get; }

    public ReadOnlySpan<byte> Text { get; }

    /// <param name="line">One line, without its end.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, out TextReply reply)
    {
        reply = default;
        if (line.Length < CodeLength) return false;
        var code = 0;
        foreach (var digit in line[..CodeLength])
        {
            if (!char.IsAsciiDigit((char)digit)) return false;
            code = (code * 10) + digit - '0';
        }

        if (code is < 100 or > 699 || (line.Length > CodeLength && line[CodeLength] is not ((byte)' ' or (byte)'-'))) return false;
        var isLast = line.Length == CodeLength || line[CodeLength] == ' ';
        reply = new TextReply((ushort)code, isLast, line.Length == CodeLength ? default : line[(CodeLength + 1)..]);
        return true;
    }
}
