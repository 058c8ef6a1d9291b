using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>How a payload is recognised. Nothing here needs a port: the service used several.</summary>
public readonly ref partial struct EewFrame
{
    const byte StartOfHeading = 0x01;

    /// <summary>A cheap question that nearly all other payloads fail: may this be worth <see cref="TryRead"/>?</summary>
    /// <param name="toGroup">To a multicast group, where text without any framing is looked for too.</param>
    public static bool MayCarry(ReadOnlySpan<byte> payload, bool toGroup)
    {
        if (payload.Length is < OcnLength or > MaxLength) return false;
        if (payload[2] == 0 && payload[3] == 0 && (payload[TypeAt] is DataType or KeepAliveType || IsOuterLengthRight(payload))) return true;
        // Most payloads begin with no digit.
        if (char.IsAsciiDigit((char)payload[0]) && (IsSocketHeader(payload) || EewText.IsHead(payload))) return true;
        if (IsWni(payload) || (payload.Length > OcnLength && char.IsAsciiDigit((char)payload[OcnLength]) && IsSocketHeader(payload[OcnLength..]))) return true;
        return toGroup && payload.IndexOf(" NC"u8) > 0 && EewText.IndexOfHead(payload) >= 0;
    }

    public static bool TryRead(ReadOnlySpan<byte> payload, out EewFrame frame)
    {
        frame = default;
        if (payload.Length > MaxLength) return false;
        if (IsOcnHeader(payload)) frame = Ocn(payload);
        else if (IsSocketHeader(payload)) frame = Inside(EewForm.Socket, payload, 0);
        else if (IsWni(payload)) frame = Wni(payload);
        else frame = Bare(payload);
        return frame.Form != EewForm.None;
    }

    /// <summary>
    /// Of a header that may be damaged or forged enough must be right: two of length, type, date and counter; and behind it a socket header, a
    /// telegram's head, or nothing.
    /// </summary>
    static bool IsOcnHeader(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < OcnLength) return false;
        var ident = payload.Slice(IdentAt, IdentLength);
        var isDigits = ident.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
        var isBlank = ident.IndexOfAnyExcept((byte)0) < 0;
        var isTyped = payload[4] == 0 && payload[TypeAt] is DataType or KeepAliveType;
        var signs = (IsOuterLengthRight(payload) ? 1 : 0) + (isTyped ? 1 : 0) + (isDigits || isBlank ? 1 : 0);
        if (signs < 2) return false;
        var rest = payload[OcnLength..];
        if (rest.IsEmpty) return isBlank && payload[TypeAt] == KeepAliveType && payload[IdentAt..].IndexOfAnyExcept((byte)0) < 0 || (isDigits && isTyped);
        if (payload[TypeAt] == KeepAliveType && isBlank && IsOuterLengthNear(payload)) return true;
        return (IsSocketHeader(rest) || EewText.IndexOfHead(rest) >= 0) && (isDigits || signs == 3 || EewText.IndexOfHead(rest) >= 0);
    }

    static bool IsOuterLengthRight(ReadOnlySpan<byte> payload) => BinaryPrimitives.ReadUInt32LittleEndian(payload) == (uint)payload.Length;

    /// <summary>A keep-alive with bytes behind it that should not be there.</summary>
    static bool IsOuterLengthNear(ReadOnlySpan<byte> payload) =>
        BinaryPrimitives.ReadUInt32LittleEndian(payload) is var length && (length == OcnLength || length == (uint)payload.Length);

    /// <summary>Eight digits and two letters of a kind that JMA's socket protocol has, or nearly.</summary>
    static bool IsSocketHeader(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= SocketHeaderLength && bytes[..SocketLengthDigits].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
        && char.IsAsciiLetter((char)bytes[8]) && char.IsAsciiLetterUpper((char)bytes[9]);

    static bool IsWni(ReadOnlySpan<byte> payload) => payload.Length > 6 && payload[0] == StartOfHeading && payload[1] == (byte)'\n' && payload[2..].StartsWith("TKCC"u8);

    static EewFrame Ocn(ReadOnlySpan<byte> payload)
    {
        if (payload[TypeAt] == KeepAliveType && EewText.IndexOfHead(payload[OcnLength..]) < 0 || payload.Length == OcnLength)
            return new EewFrame { Form = EewForm.Ocn, Bytes = payload, IsKeepAlive = true };
        return Inside(EewForm.Ocn, payload, OcnLength);
    }

    /// <summary>Socket header, control header, heading and text, as far as they are there.</summary>
    static EewFrame Inside(EewForm form, ReadOnlySpan<byte> payload, int at)
    {
        var socket = IsSocketHeader(payload[at..]) ? payload.Slice(at, SocketHeaderLength) : default;
        var control = payload[(at + socket.Length)..];
        // A number or the checksum inside the control header may look like a line end: it is skipped first. A length that would skip text is wrong.
        var head = EewText.IndexOfHead(control);
        var isControl = EewControlHeader.TryRead(control, out var bch) && (head < 0 ? !socket.IsEmpty : head >= EewControlHeader.MinimumLength);
        var body = !isControl ? control : control[(head >= 0 && head < bch.Bytes.Length ? EewControlHeader.MinimumLength : bch.Bytes.Length)..];
        var (start, end) = TextIn(body);
        return new EewFrame
        {
            Form = form,
            Bytes = payload,
            Socket = socket,
            SocketRest = control.Length,
            Control = isControl ? control : default,
            Heading = HeadingIn(body, start),
            Text = body[start..end],
        };
    }

    static EewFrame Wni(ReadOnlySpan<byte> payload)
    {
        var (start, end) = TextIn(payload);
        return new EewFrame { Form = EewForm.Wni, Bytes = payload, Heading = HeadingIn(payload, start), Text = payload[start..end] };
    }

    /// <summary>Text alone, or text in something else.</summary>
    static EewFrame Bare(ReadOnlySpan<byte> payload)
    {
        var head = EewText.IndexOfHead(payload);
        if (head < 0) return default;
        var isAlone = true;
        foreach (var b in payload[..head]) isAlone &= EewText.IsSpace(b) || b == EewText.StartOfText;
        if (!isAlone && !EewText.HasSerial(payload[head..])) return default;
        var end = payload[head..].IndexOf(EewText.EndOfText);
        // In bytes of another kind, what stands behind 9999= is theirs.
        if (!isAlone && payload[head..].IndexOf("9999="u8) is >= 0 and var last) end = last + 5;
        return new EewFrame { Form = isAlone ? EewForm.Text : EewForm.Unframed, Bytes = payload, Text = end < 0 ? payload[head..] : payload.Slice(head, end) };
    }

    /// <summary>Between the last STX LF before the telegram's head (without a head: the last of all) and ETX or the end.</summary>
    static (int Start, int End) TextIn(ReadOnlySpan<byte> body)
    {
        var head = EewText.IndexOfHead(body);
        var mark = (head < 0 ? body : body[..head]).LastIndexOf([EewText.StartOfText, (byte)'\n']);
        var start = mark >= 0 ? mark + 2 : Math.Max(head, 0);
        if (mark < 0 && head < 0) return (body.Length, body.Length);
        var end = body[start..].IndexOf(EewText.EndOfText);
        return (start, end < 0 ? body.Length : start + end);
    }

    /// <summary>The line before the text, over line ends and STX.</summary>
    static ReadOnlySpan<byte> HeadingIn(ReadOnlySpan<byte> body, int textStart)
    {
        var before = body[..textStart].TrimEnd([(byte)'\n', (byte)'\r', EewText.StartOfText]);
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return line.Length == before.Length ? default : line;
    }
}
