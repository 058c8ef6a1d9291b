namespace Kansatsu.Wire;

/// <summary>One extension of a hello (RFC 8446 §4.2); unknown types travel on with their bytes.</summary>
public readonly ref struct TlsExtension(ushort type, ReadOnlySpan<byte> value)
{
    public const ushort ServerName = 0;
    public const ushort SupportedGroups = 10;
    public const ushort Alpn = 16;
    public const ushort PreSharedKey = 41;
    public const ushort EarlyData = 42;
    public const ushort SupportedVersions = 43;
    public const ushort QuicTransportParameters = 57;
    public const ushort EncryptedClientHello = 0xfe0d;

    public ushort Type { get; } = type;

    public ReadOnlySpan<byte> Value { get; } = value;
}
