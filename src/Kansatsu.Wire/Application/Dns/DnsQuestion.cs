namespace Kansatsu.Wire;

/// <summary>One question (RFC 1035 §4.1.2).</summary>
public readonly ref struct DnsQuestion
{
    readonly ushort _class;

    internal DnsQuestion(DnsName name, ushort type, ushort @class)
    {
        Name = name;
        Type = type;
        _class = @class;
    }

    public DnsName Name { get; }

    public ushort Type { get; }

    /// <summary>Without the bit that mDNS put on top.</summary>
    public ushort Class => (ushort)(_class & 0x7fff);

    /// <summary>mDNS: the asker wants the answer for itself alone, "QU" (RFC 6762 §5.4).</summary>
    public bool WantsUnicast => (_class & 0x8000) != 0;
}
