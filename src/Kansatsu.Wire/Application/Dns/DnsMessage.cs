using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// A DNS message (RFC 1035 §4.1), also as mDNS (RFC 6762), LLMNR (RFC 4795) and NetBIOS name service (RFC 1002 §4.2) shape it.
/// Over TCP the two bytes of length come before it and are not part of it.
/// </summary>
public readonly ref struct DnsMessage
{
    public const int HeaderLength = 12;

    const int FlagsAt = 2;
    const int QuestionsAt = 4;
    const int AnswersAt = 6;
    const int AuthoritiesAt = 8;
    const int AdditionalsAt = 10;

    DnsMessage(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The whole message; names point into it.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out DnsMessage message)
    {
        message = bytes.Length >= HeaderLength ? new DnsMessage(bytes) : default;
        return bytes.Length >= HeaderLength;
    }

    /// <summary>The message of a DNS layer, whichever transport carries it; over TCP only when its length field and the segment agree.</summary>
    public static bool TryRead(in Dissection d, in Layer layer, out DnsMessage message)
    {
        var bytes = d.BytesOf(layer);
        if (d.Transport < 0 || d[d.Transport].Kind != LayerKind.Tcp) return TryRead(bytes, out message);
        message = default;
        var reader = new WireReader(bytes);
        return reader.TryReadUInt16(out var length) && reader.TryReadBytes(length, out var content) && TryRead(content, out message);
    }

    public ushort Id => BinaryPrimitives.ReadUInt16BigEndian(Bytes);

    public ushort Flags => BinaryPrimitives.ReadUInt16BigEndian(Bytes[FlagsAt..]);

    public bool IsResponse => (Flags & 0x8000) != 0;

    public int OpCode => Flags >> 11 & 0xf;

    public bool IsAuthoritative => (Flags & 0x0400) != 0;

    /// <summary>TC: the answer was cut; the asker will come again over TCP.</summary>
    public bool IsTruncated => (Flags & 0x0200) != 0;

    public bool RecursionDesired => (Flags & 0x0100) != 0;

    public bool RecursionAvailable => (Flags & 0x0080) != 0;

    public bool AuthenticatedData => (Flags & 0x0020) != 0;

    public bool CheckingDisabled => (Flags & 0x0010) != 0;

    /// <summary>The four bits of the header; EDNS adds more in the OPT record.</summary>
    public int Rcode => Flags & 0xf;

    public int QuestionCount => BinaryPrimitives.ReadUInt16BigEndian(Bytes[QuestionsAt..]);

    public int AnswerCount => BinaryPrimitives.ReadUInt16BigEndian(Bytes[AnswersAt..]);

    public int AuthorityCount => BinaryPrimitives.ReadUInt16BigEndian(Bytes[AuthoritiesAt..]);

    public int AdditionalCount => BinaryPrimitives.ReadUInt16BigEndian(Bytes[AdditionalsAt..]);

    public DnsQuestions Questions => new(this);

    /// <summary>The records of all three sections, in order; empty when the questions cannot be read.</summary>
    public DnsRecords Records => new(this, Questions);

    /// <summary>The same for somebody who has walked the message's questions, or some of them.</summary>
    public DnsRecords RecordsAfter(DnsQuestions questions) => new(this, questions);
}
