using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests;

/// <summary>Builds the bytes of small captures, right ones and wrong ones, in either byte order.</summary>
public sealed class CaptureBuilder
{
    readonly MemoryStream _bytes = new();
    readonly bool _bigEndian;

    public CaptureBuilder(bool bigEndian = false) => _bigEndian = bigEndian;

    public int Length => (int)_bytes.Length;

    public byte[] ToArray() => _bytes.ToArray();

    public byte[] ToGzip() => Gzip(ToArray());

    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>An Ethernet capture in pcap of the given frames, one second apart.</summary>
    public static byte[] Pcap(params byte[][] frames)
    {
        var builder = new CaptureBuilder().PcapHeader();
        for (var i = 0; i < frames.Length; i++) builder.PcapRecord((uint)(1000 + i), 0, frames[i]);
        return builder.ToArray();
    }

    /// <summary>An Ethernet capture in pcapng of the given frames, one second apart.</summary>
    public static byte[] Pcapng(params byte[][] frames)
    {
        var builder = new CaptureBuilder().Section().Interface();
        for (var i = 0; i < frames.Length; i++) builder.Enhanced(0, (ulong)(1000 + i) * 1_000_000, frames[i]);
        return builder.ToArray();
    }

    public CaptureBuilder PcapHeader(
        uint magic = 0xa1b2c3d4, ushort major = 2, ushort minor = 4, uint snapLength = 262144, uint network = (uint)LinkType.Ethernet) =>
        UInt32(magic).UInt16(major).UInt16(minor).UInt32(0).UInt32(0).UInt32(snapLength).UInt32(network);

    /// <param name="extra">Bytes of the odd dialects between the lengths and the frame.</param>
    public CaptureBuilder PcapRecord(uint seconds, uint fraction, byte[] frame, uint? original = null, int extra = 0) =>
        UInt32(seconds).UInt32(fraction).UInt32((uint)frame.Length).UInt32(original ?? (uint)frame.Length).Bytes(new byte[extra]).Bytes(frame);

    public CaptureBuilder Section(ushort major = 1, ushort minor = 0, long length = -1, params byte[][] options) =>
        Block(0x0a0d0d0a, b => b.UInt32(0x1a2b3c4d).UInt16(major).UInt16(minor).UInt64((ulong)length).Options(options));

    public CaptureBuilder Interface(LinkType type = LinkType.Ethernet, uint snapLength = 0, params byte[][] options) =>
        Block(1, b => b.UInt16((ushort)type).UInt16(0).UInt32(snapLength).Options(options));

    public CaptureBuilder Enhanced(uint @interface, ulong ticks, byte[] frame, uint? original = null, params byte[][] options) =>
        Block(6, b => b.UInt32(@interface).UInt32((uint)(ticks >> 32)).UInt32((uint)ticks).UInt32((uint)frame.Length)
            .UInt32(original ?? (uint)frame.Length).Bytes(frame).Pad().Options(options));

    public CaptureBuilder Obsolete(ushort @interface, ulong ticks, byte[] frame, uint? original = null) =>
        Block(2, b => b.UInt16(@interface).UInt16(0xffff).UInt32((uint)(ticks >> 32)).UInt32((uint)ticks).UInt32((uint)frame.Length)
            .UInt32(original ?? (uint)frame.Length).Bytes(frame).Pad());

    public CaptureBuilder Simple(byte[] frame, uint? original = null) =>
        Block(3, b => b.UInt32(original ?? (uint)frame.Length).Bytes(frame).Pad());

    /// <summary>Name records; a null address closes the list.</summary>
    public CaptureBuilder Names(params (byte[] Address, string Names)[] records) => Block(4, b =>
    {
        foreach (var (address, names) in records)
            b.Bytes(b.Option(address.Length == 4 ? (ushort)1 : (ushort)2, [.. address, .. Encoding.UTF8.GetBytes(names)]));
        b.UInt32(0);
    });

    public CaptureBuilder Block(uint type, Action<CaptureBuilder> body)
    {
        var inner = new CaptureBuilder(_bigEndian);
        body(inner);
        var total = (uint)inner.Length + 12;
        return UInt32(type).UInt32(total).Bytes(inner.ToArray()).UInt32(total);
    }

    /// <summary>One option, padded, in this builder's byte order.</summary>
    public byte[] Option(ushort code, params byte[] value) =>
        new CaptureBuilder(_bigEndian).UInt16(code).UInt16((ushort)value.Length).Bytes(value).Pad().ToArray();

    public byte[] Option(ushort code, string text) => Option(code, Encoding.UTF8.GetBytes(text));

    public CaptureBuilder Options(byte[][] options)
    {
        foreach (var option in options) Bytes(option);
        return options.Length == 0 ? this : UInt32(0);
    }

    public CaptureBuilder Pad()
    {
        while (_bytes.Length % 4 != 0) _bytes.WriteByte(0);
        return this;
    }

    public CaptureBuilder Bytes(byte[] bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public CaptureBuilder UInt16(ushort value)
    {
        var bytes = new byte[2];
        if (_bigEndian) BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        else BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return Bytes(bytes);
    }

    public CaptureBuilder UInt32(uint value)
    {
        var bytes = new byte[4];
        if (_bigEndian) BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        else BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Bytes(bytes);
    }

    public CaptureBuilder UInt64(ulong value)
    {
        var bytes = new byte[8];
        if (_bigEndian) BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        else BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return Bytes(bytes);
    }
}
