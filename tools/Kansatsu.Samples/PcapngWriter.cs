using System.Buffers.Binary;
using System.Text;

namespace Kansatsu.Samples;

/// <summary>Writes one little-endian pcapng section with one Ethernet interface and microsecond times, no more than a sample needs.</summary>
public sealed class PcapngWriter
{
    const uint SectionHeader = 0x0a0d0d0a;
    const uint InterfaceDescription = 1;
    const uint EnhancedPacket = 6;
    const uint ByteOrderMagic = 0x1a2b3c4d;
    const ushort Comment = 1;
    const ushort Application = 4;
    const ushort InterfaceName = 2;
    const ushort TimeResolution = 9;
    const ushort EthernetLink = 1;

    readonly List<byte> _file = [];
    readonly List<byte> _body = [];

    public PcapngWriter(string comment, string application, string interfaceName, string interfaceComment)
    {
        Number(ByteOrderMagic);
        Half(1);
        Half(0);
        Number(uint.MaxValue);
        Number(uint.MaxValue);
        Option(Comment, Encoding.UTF8.GetBytes(comment));
        Option(Application, Encoding.UTF8.GetBytes(application));
        Finish(SectionHeader);

        Half(EthernetLink);
        Half(0);
        Number(0); // no snap length: nothing was cut
        Option(Comment, Encoding.UTF8.GetBytes(interfaceComment));
        Option(InterfaceName, Encoding.UTF8.GetBytes(interfaceName));
        Option(TimeResolution, [6]);
        Finish(InterfaceDescription);
    }

    public void Add(SamplePacket packet)
    {
        var microseconds = (ulong)((packet.Time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        Number(0);
        Number((uint)(microseconds >> 32));
        Number((uint)microseconds);
        Number((uint)packet.Bytes.Length);
        Number((uint)packet.Bytes.Length);
        Padded(packet.Bytes);
        Option(Comment, Encoding.UTF8.GetBytes(packet.Comment));
        Finish(EnhancedPacket);
    }

    public byte[] ToArray() => [.. _file];

    /// <summary>Ends the option list and wraps the body in its block type and its two lengths.</summary>
    void Finish(uint type)
    {
        Number(0);
        var body = _body.ToArray();
        _body.Clear();
        Number(type);
        Number((uint)body.Length + 12);
        _body.AddRange(body);
        Number((uint)body.Length + 12);
        _file.AddRange(_body);
        _body.Clear();
    }

    void Option(ushort code, ReadOnlySpan<byte> value)
    {
        Half(code);
        Half((ushort)value.Length);
        Padded(value);
    }

    void Padded(ReadOnlySpan<byte> value)
    {
        _body.AddRange(value);
        while (_body.Count % 4 != 0) _body.Add(0);
    }

    void Half(ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        _body.AddRange(bytes);
    }

    void Number(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        _body.AddRange(bytes);
    }
}
