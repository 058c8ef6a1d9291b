namespace Kansatsu.Wire;

/// <summary>NetBIOS names in DNS clothes: sixteen bytes, each as two letters A to P (RFC 1001 §14.1, "first-level encoding").</summary>
public static class NbnsName
{
    /// <summary>Longest that <see cref="TryWrite"/> writes.</summary>
    public const int MaxTextLength = 20;

    const int Length = 16;
    const int SuffixAt = 15;

    /// <summary>Writes the name without its padding, and its suffix as &lt;20&gt; (what kind of service has the name).</summary>
    public static bool TryWrite(DnsName name, Span<byte> text, out int length)
    {
        length = 0;
        var labels = name.Labels;
        Span<byte> decoded = stackalloc byte[Length];
        return text.Length >= MaxTextLength && labels.MoveNext() && TryDecode(labels.Current, decoded) && Write(decoded, text, out length);
    }

    static bool TryDecode(ReadOnlySpan<byte> label, Span<byte> decoded)
    {
        if (label.Length != Length * 2 || label.ContainsAnyExceptInRange((byte)'A', (byte)'P')) return false;
        for (var i = 0; i < Length; i++) decoded[i] = (byte)(((label[2 * i] - 'A') << 4) | (label[(2 * i) + 1] - 'A'));
        return true;
    }

    internal static bool Write(ReadOnlySpan<byte> name, Span<byte> text, out int length)
    {
        var shown = name[..SuffixAt].TrimEnd(" \0"u8);
        shown.CopyTo(text);
        length = shown.Length;
        text[length++] = (byte)'<';
        text[length++] = Digit(name[SuffixAt] >> 4);
        text[length++] = Digit(name[SuffixAt] & 0xf);
        text[length++] = (byte)'>';
        return true;
    }

    static byte Digit(int value) => (byte)"0123456789abcdef"[value];
}
