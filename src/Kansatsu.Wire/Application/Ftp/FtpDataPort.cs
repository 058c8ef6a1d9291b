using System.Buffers.Text;

namespace Kansatsu.Wire;

/// <summary>Where an FTP control line says the next data connection goes: EPRT, PORT, and the replies 229 and 227 (RFC 2428, RFC 959 §4.1.2).</summary>
public static class FtpDataPort
{
    /// <param name="line">One line of either side, without its end.</param>
    /// <returns>False when the line names no port.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, out ushort port)
    {
        port = 0;
        if (line.StartsWith("229 "u8)) return TryReadExtended(line[4..], out port);
        if (line.StartsWith("227 "u8)) return TryReadSix(line[4..], out port);
        if (!TextCommand.TryRead(line, out var command)) return false;
        if (command.Is("EPRT"u8)) return TryReadExtended(command.Argument, out port);
        return command.Is("PORT"u8) && TryReadSix(command.Argument, out port);
    }

    /// <summary>"|2|2001:db8::1|5282|" or "(|||6446|)": the number between the last two delimiters.</summary>
    static bool TryReadExtended(ReadOnlySpan<byte> text, out ushort port)
    {
        port = 0;
        var last = text.LastIndexOf((byte)'|');
        if (last <= 0) return false;
        var before = text[..last].LastIndexOf((byte)'|');
        return before >= 0 && TryReadWhole(text[(before + 1)..last], out port);
    }

    /// <summary>"192,0,2,1,20,34": the last two of six numbers.</summary>
    static bool TryReadSix(ReadOnlySpan<byte> text, out ushort port)
    {
        port = 0;
        text = text.TrimEnd(").\r "u8);
        if (text.Count((byte)',') != 5) return false;
        var last = text.LastIndexOf((byte)',');
        var before = text[..last].LastIndexOf((byte)',');
        if (!TryReadWhole(text[(before + 1)..last], out var high) || !TryReadWhole(text[(last + 1)..], out var low) || high > 255 || low > 255) return false;
        port = (ushort)((high << 8) | low);
        return true;
    }

    static bool TryReadWhole(ReadOnlySpan<byte> digits, out ushort value) => Utf8Parser.TryParse(digits, out value, out var used) && used == digits.Length;
}
