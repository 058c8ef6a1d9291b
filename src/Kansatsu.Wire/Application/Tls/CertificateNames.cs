namespace Kansatsu.Wire;

/// <summary>Whom an X.509 certificate speaks of (RFC 5280 §4.1). Values point into the certificate and hold hostile bytes; absent ones are empty.</summary>
public readonly ref struct CertificateNames
{
    const byte ExplicitVersion = 0xa0;
    const byte IssuerUniqueId = 0x81;
    const byte SubjectUniqueId = 0x82;
    const byte ExplicitExtensions = 0xa3;
    const byte Boolean = 0x01;

    CertificateNames(ReadOnlySpan<byte> issuer, ReadOnlySpan<byte> validity, ReadOnlySpan<byte> subject, ReadOnlySpan<byte> alternatives)
    {
        IssuerCommonName = CommonName(issuer);
        SubjectCommonName = CommonName(subject);
        AlternativeNames = new CertificateAlternativeNames(alternatives);
        var times = new DerReader(validity);
        if (times.TryRead(out _, out var from)) NotBefore = from;
        if (times.TryRead(out _, out var until)) NotAfter = until;
    }

    /// <summary>"CN" of the subject; the last one when there are several.</summary>
    public ReadOnlySpan<byte> SubjectCommonName { get; }

    public ReadOnlySpan<byte> IssuerCommonName { get; }

    /// <summary>As written: "YYMMDDHHMMSSZ" (years 1950 to 2049) or "YYYYMMDDHHMMSSZ".</summary>
    public ReadOnlySpan<byte> NotBefore { get; }

    public ReadOnlySpan<byte> NotAfter { get; }

    /// <summary>subjectAltName: the names that browsers believe (RFC 6125).</summary>
    public CertificateAlternativeNames AlternativeNames { get; }

    static ReadOnlySpan<byte> CommonNameOid => [0x55, 0x04, 0x03];

    static ReadOnlySpan<byte> SubjectAltNameOid => [0x55, 0x1d, 0x11];

    /// <param name="certificate">DER; its end may be missing.</param>
    /// <returns>False when not even the subject could be read.</returns>
    public static bool TryRead(ReadOnlySpan<byte> certificate, out CertificateNames names)
    {
        names = default;
        var outer = new DerReader(certificate);
        if (!outer.TryEnterStart(DerReader.Sequence, out var signed) || !signed.TryEnterStart(DerReader.Sequence, out var body)) return false;
        if (body.NextTag == ExplicitVersion) body.TryRead(out _, out _);
        if (!body.TryRead(DerReader.Integer, out _) || !body.TryRead(DerReader.Sequence, out _)) return false;
        if (!body.TryRead(DerReader.Sequence, out var issuer) || !body.TryRead(DerReader.Sequence, out var validity)) return false;
        if (!body.TryRead(DerReader.Sequence, out var subject)) return false;
        body.TryRead(DerReader.Sequence, out _);
        names = new CertificateNames(issuer, validity, subject, Alternatives(body));
        return true;
    }

    /// <summary>RDNSequence: sets of (type, value).</summary>
    static ReadOnlySpan<byte> CommonName(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> found = default;
        var sets = new DerReader(name);
        while (sets.TryEnter(DerReader.Set, out var set))
            while (set.TryEnter(DerReader.Sequence, out var pair))
                if (pair.TryRead(DerReader.ObjectIdentifier, out var type) && type.SequenceEqual(CommonNameOid) && pair.TryRead(out _, out var value)) found = value;
        return found;
    }

    static ReadOnlySpan<byte> Alternatives(DerReader body)
    {
        if (body.NextTag == IssuerUniqueId) body.TryRead(out _, out _);
        if (body.NextTag == SubjectUniqueId) body.TryRead(out _, out _);
        if (!body.TryEnterStart(ExplicitExtensions, out var wrapper) || !wrapper.TryEnterStart(DerReader.Sequence, out var extensions)) return default;
        while (extensions.TryEnter(DerReader.Sequence, out var extension))
        {
            if (!extension.TryRead(DerReader.ObjectIdentifier, out var type) || !type.SequenceEqual(SubjectAltNameOid)) continue;
            if (extension.NextTag == Boolean) extension.TryRead(out _, out _);
            if (extension.TryEnter(DerReader.OctetString, out var value) && value.TryRead(DerReader.Sequence, out var list)) return list;
        }

        return default;
    }
}
