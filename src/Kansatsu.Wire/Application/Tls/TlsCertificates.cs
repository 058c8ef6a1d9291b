namespace Kansatsu.Wire;

/// <summary>
/// The DER certificates of a Certificate message up to TLS 1.2, the server's own first (RFC 5246 §7.4.2); in TLS 1.3 the message is encrypted.
/// </summary>
public ref struct TlsCertificates
{
    WireReader _list;
    ReadOnlySpan<byte> _current;

    /// <param name="body">The message's body, without the handshake header; it may be cut short.</param>
    public TlsCertificates(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        if (reader.TryReadUInt24(out var length)) _list = new WireReader(reader.Rest[..Math.Min(length, reader.Remaining)]);
    }

    public readonly ReadOnlySpan<byte> Current => _current;

    public readonly TlsCertificates GetEnumerator() => this;

    public bool MoveNext() => _list.TryReadUInt24(out var length) && _list.TryReadBytes(length, out _current);
}
