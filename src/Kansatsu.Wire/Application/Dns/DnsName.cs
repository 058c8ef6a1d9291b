using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>A name somewhere in a DNS message, possibly compressed (RFC 1035 §4.1.4). It is read only when asked for.</summary>
/// <param name="message">The whole message.</param>
/// <param name="offset">Where the name starts in it.</param>
public readonly ref struct DnsName(ReadOnlySpan<byte> message, int offset)
{
    /// <summary>Longest name on the wire, length bytes and root included (RFC 1035 §2.3.4).</summary>
    public const int MaxLength = 255;

    /// <summary>Longest text: every byte of the name escaped.</summary>
    public const int MaxTextLength = MaxLength * 4;

    /// <summary>Pointers followed for one name. They only go backwards, so this bounds time, not loops.</summary>
    public const int MaxPointers = 64;

    const int PointerMark = 0xc0;

    readonly ReadOnlySpan<byte> _message = message;
    readonly int _offset = offset;

    /// <summary>The name is nothing but a pointer to an earlier one.</summary>
    public bool IsPointerTo(int offset) =>
        _message.Length - _offset >= 2 && offset < _offset && ((_message[_offset] << 8) | _message[_offset + 1]) == ((PointerMark << 8) | offset);

    /// <summary>The bytes of a name that has no pointer, its root included: a name that stands elsewhere in the same bytes is the same.</summary>
    public bool TryGetPlain(out ReadOnlySpan<byte> wire)
    {
        wire = default;
        if ((uint)_offset >= (uint)_message.Length) return false;
        var reader = new WireReader(_message[_offset..]);
        if (!TrySkip(ref reader, out var isPointed) || isPointed) return false;
        wire = _message.Slice(_offset, reader.Position);
        return true;
    }

    public bool IsRoot => (uint)_offset < (uint)_message.Length && _message[_offset] == 0;

    /// <summary>
    /// Writes the name in presentation form: labels joined by dots, no dot at the end, "." for the root. A dot or backslash inside a label gets a
    /// backslash before it, other unprintable ASCII becomes \DDD (RFC 4343 §2.1); bytes above 0x7f (UTF-8 in mDNS) stay as they are.
    /// </summary>
    /// <param name="text">At least <see cref="MaxTextLength"/> bytes, or the call may say no.</param>
    public bool TryWrite(Span<byte> text, out int length)
    {
        length = 0;
        var walk = new DnsLabels(_message, _offset);
        while (walk.MoveNext())
        {
            if (length > 0 && !TryAppend((byte)'.', text, ref length)) return false;
            if (!TryAppendLabel(walk.Current, text, ref length)) return false;
        }

        return walk.IsClean && (length > 0 || TryAppend((byte)'.', text, ref length));
    }

    /// <summary>The labels, decompressed.</summary>
    public DnsLabels Labels => new(_message, _offset);

    /// <summary>Moves behind the name as it stands at the reader, without following pointers.</summary>
    internal static bool TrySkip(ref WireReader reader) => TrySkip(ref reader, out _);

    /// <param name="isPointed">It ends in a pointer; not when it does not end at all.</param>
    internal static bool TrySkip(ref WireReader reader, out bool isPointed)
    {
        isPointed = false;
        var rest = reader.Rest;
        var at = 0;
        for (var total = 0; total < MaxLength && at < rest.Length; total++)
        {
            int length = rest[at++];
            if (length == 0) return reader.TrySkip(at);
            if (length >= PointerMark) return isPointed = reader.TrySkip(at + 1);
            if (length > 63) return false;
            at += length;
            total += length;
        }

        return false;
    }

    static bool TryAppendLabel(ReadOnlySpan<byte> label, Span<byte> text, ref int length)
    {
        // Nearly every label is plain.
        if (IsPlain(label) && label.Length <= text.Length - length)
        {
            label.CopyTo(text[length..]);
            length += label.Length;
            return true;
        }

        foreach (var b in label)
            if (!TryAppendEscaped(b, text, ref length)) return false;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IsPlain(ReadOnlySpan<byte> label)
    {
        foreach (var b in label)
            if (b is < 0x20 or (byte)'.' or (byte)'\\' or 0x7f) return false;
        return true;
    }

    static bool TryAppendEscaped(byte b, Span<byte> text, ref int length)
    {
        if (b is (byte)'.' or (byte)'\\') return TryAppend((byte)'\\', text, ref length) && TryAppend(b, text, ref length);
        if (b is >= 0x20 and not 0x7f) return TryAppend(b, text, ref length);
        if (text.Length - length < 4) return false;
        text[length++] = (byte)'\\';
        text[length++] = (byte)('0' + (b / 100));
        text[length++] = (byte)('0' + (b / 10 % 10));
        text[length++] = (byte)('0' + (b % 10));
        return true;
    }

    static bool TryAppend(byte b, Span<byte> text, ref int length)
    {
        if (length >= text.Length) return false;
        text[length++] = b;
        return true;
    }
}
