namespace Kansatsu.Wire;

/// <summary>One option of neighbor discovery: type, length in units of eight bytes, content (RFC 4861 §4.6).</summary>
public readonly ref struct NdpOption(ReadOnlySpan<byte> bytes)
{
    /// <summary>The whole option; at least eight bytes when it comes from <see cref="NdpOptions"/>.</summary>
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public byte Type => Bytes[0];

    /// <summary>What follows type and length.</summary>
    public ReadOnlySpan<byte> Value => Bytes[2..];

    /// <summary>Is of this type and long enough for a view over so many bytes.</summary>
    internal bool Is(byte type, int length) => Bytes.Length >= length && Bytes[0] == type;
}
