using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>The blocks that say how packets are to be read: sections, interfaces, names.</summary>
sealed partial class PcapngReader
{
    const uint ByteOrderMagic = 0x1a2b3c4d;
    const int SectionFixed = 16;
    const int MajorOffset = 4;
    const int MinorOffset = 6;
    const int StatisticsFixed = 12;

    // A table that only hostile files fill.
    const int MaxInterfaces = 65536;

    const int NameIpv4 = 1;
    const int NameIpv6 = 2;
    const int Ipv4Bytes = 4;
    const int LongestName = 255;

    PcapngInterface[] _interfaces = new PcapngInterface[4];
    int _interfaceCount;
    int _interfacesSeen;

    /// <summary>Learns the byte order of the section that begins here; until then not even its length can be read.</summary>
    bool TryOrder(ReadOnlySpan<byte> rest)
    {
        var magic = BinaryPrimitives.ReadUInt32BigEndian(rest[BlockHead..]);
        if (magic == ByteOrderMagic) _bigEndian = true;
        else if (magic == BinaryPrimitives.ReverseEndianness(ByteOrderMagic)) _bigEndian = false;
        else return Fail(ProblemKind.Damaged, "a section has no byte-order mark");
        return true;
    }

    // The section length is not needed: blocks say where they end, and -1 (unknown) is common.
    Found Section(ReadOnlySpan<byte> body)
    {
        _interfaceCount = 0;
        if (body.Length < SectionFixed)
        {
            Fail(ProblemKind.Damaged, $"a section header holds {body.Length} bytes, fewer than its {SectionFixed} fixed ones");
            return Found.Stop;
        }

        var (major, minor) = (Read16(body[MajorOffset..]), Read16(body[MinorOffset..]));
        if (major != 1 || minor is not (0 or 2))
        {
            Fail(ProblemKind.UnsupportedVersion, $"pcapng version {major}.{minor} is not read, only 1.0");
            return Found.Stop;
        }

        CountComments(body[SectionFixed..]);
        return Found.Nothing;
    }

    Found Describe(ReadOnlySpan<byte> body)
    {
        if (body.Length < PcapngInterface.OptionsOffset)
        {
            Fail(ProblemKind.Damaged, "an interface description is too short");
            return Found.Stop;
        }

        if (_interfacesSeen == MaxInterfaces)
        {
            Fail(ProblemKind.Damaged, $"more than {MaxInterfaces} interfaces are described");
            return Found.Stop;
        }

        _interfacesSeen++;
        var linkType = (LinkType)Read16(body);
        if (_interfaceCount == _interfaces.Length) Array.Resize(ref _interfaces, _interfaceCount * 2);
        _interfaces[_interfaceCount++] = PcapngInterface.Read(File, body, _bigEndian, LimitOf(linkType), linkType);
        CountComments(body[PcapngInterface.OptionsOffset..]);
        return Found.Nothing;
    }

    Found Names(ReadOnlySpan<byte> body)
    {
        var records = new PcapngOptions(body, _bigEndian);
        while (records.TryNext())
        {
            if (records.Code == NameIpv4 && records.Value.Length > Ipv4Bytes)
                AddNames(Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(records.Value)), records.Value[Ipv4Bytes..]);
            else if (records.Code == NameIpv6 && records.Value.Length > Ipv6Address.Length)
                AddNames(Ipv6Address.Read(records.Value), records.Value[Ipv6Address.Length..]);
        }

        CountComments(records.Rest);
        return Found.Nothing;
    }

    // Several names may follow an address, each closed by a zero byte.
    void AddNames(Ipv6Address address, ReadOnlySpan<byte> names)
    {
        while (!names.IsEmpty)
        {
            var end = names.IndexOf((byte)0);
            var name = end < 0 ? names : names[..end];
            if (name.Length is > 0 and <= LongestName) File.AddName(new NameRecord(address, WireText.Decode(name)));
            names = end < 0 ? default : names[(end + 1)..];
        }
    }

    Found Statistics(ReadOnlySpan<byte> body)
    {
        if (body.Length > StatisticsFixed) CountComments(body[StatisticsFixed..]);
        return Found.Nothing;
    }

    void CountComments(ReadOnlySpan<byte> bytes)
    {
        var options = new PcapngOptions(bytes, _bigEndian);
        var count = 0;
        while (options.TryNext())
        {
            if (options.Code == PcapngOptions.Comment) count++;
        }

        File.CountComments(count);
    }
}
