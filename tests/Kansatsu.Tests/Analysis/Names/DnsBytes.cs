using System.Buffers.Binary;
using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Names;

/// <summary>DNS messages for tests, names uncompressed.</summary>
static class DnsBytes
{
    public static byte[] Query(string name, ushort type) => [.. Header(0x0100, 1, 0, 0), .. Question(name, type)];

    public static byte[] Response(string asked, ushort type, params byte[][] answers) =>
        [.. Header(0x8180, 1, answers.Length, 0), .. Question(asked, type), .. answers.SelectMany(answer => answer)];

    /// <summary>A response whose records all stand in the additional section.</summary>
    public static byte[] Additional(string asked, ushort type, params byte[][] records) =>
        [.. Header(0x8180, 1, 0, records.Length), .. Question(asked, type), .. records.SelectMany(record => record)];

    public static byte[] Address(string owner, string address)
    {
        var parsed = Ipv6Address.Parse(address);
        var bytes = new byte[16];
        parsed.Write(bytes);
        return parsed.IsIpv4 ? Record(owner, DnsTypes.A, bytes[12..]) : Record(owner, DnsTypes.Aaaa, bytes);
    }

    public static byte[] Alias(string owner, string target) => Record(owner, DnsTypes.Cname, Name(target));

    public static byte[] Pointer(string owner, string target) => Record(owner, DnsTypes.Ptr, Name(target));

    static byte[] Record(string owner, ushort type, byte[] content) =>
        [.. Name(owner), (byte)(type >> 8), (byte)type, 0, 1, 0, 0, 0, 60, (byte)(content.Length >> 8), (byte)content.Length, .. content];

    static byte[] Question(string name, ushort type) => [.. Name(name), (byte)(type >> 8), (byte)type, 0, 1];

    static byte[] Header(ushort flags, int questions, int answers, int additionals)
    {
        var header = new byte[12];
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), flags);
        (header[5], header[7], header[11]) = ((byte)questions, (byte)answers, (byte)additionals);
        return header;
    }

    static byte[] Name(string name) =>
        [.. name.Split('.', StringSplitOptions.RemoveEmptyEntries).SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.UTF8.GetBytes(label)]), 0];
}
