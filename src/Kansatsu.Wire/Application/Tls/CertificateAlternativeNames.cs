namespace Kansatsu.Wire;

/// <summary>The entries of a subjectAltName (RFC 5280 §4.2.1.6), every kind of them.</summary>
public ref struct CertificateAlternativeNames
{
    const byte MailTag = 0x81;
    const byte DnsTag = 0x82;
    const byte UriTag = 0x86;
    const byte AddressTag = 0x87;

    DerReader _names;
    byte _tag;
    ReadOnlySpan<byte> _value;

    internal CertificateAlternativeNames(ReadOnlySpan<byte> list) => _names = new DerReader(list);

    /// <summary>The name's bytes: text, or 4 or 16 bytes of an address.</summary>
    public readonly ReadOnlySpan<byte> Value => _value;

    public readonly bool IsDnsName => _tag == DnsTag;

    public readonly bool IsAddress => _tag == AddressTag;

    public readonly bool IsText => _tag is DnsTag or MailTag or UriTag;

    public readonly CertificateAlternativeNames Current => this;

    public readonly CertificateAlternativeNames GetEnumerator() => this;

    public bool MoveNext() => _names.TryRead(out _tag, out _value);
}
