using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>
/// Writes frames as one section of a pcapng file (draft-ietf-opsawg-pcapng), with comments beside them. Interfaces are described when their first frame
/// comes, with link type, name, snap length and time resolution as they were captured. One block is in memory at a time.
/// </summary>
public sealed class PcapngWriter
{
    const uint SectionBlock = 0x0a0d0d0a;
    const uint InterfaceBlock = 1;
    const uint NameBlock = 4;
    const uint PacketBlock = 6;
    const uint ByteOrderMagic = 0x1a2b3c4d;

    const int Comment = 1;
    const int InterfaceName = 2;
    const int PacketFlags = 2;
    const int UserApplication = 4;
    const int TimeResolution = 9;
    const int FrameCheckOption = 13;
    const int FrameCheckShift = 5;
    const int LongestValue = ushort.MaxValue;

    readonly Stream _to;
    readonly ArrayBufferWriter<byte> _block = new(4096);
    readonly Dictionary<int, (int Number, CaptureInterface Interface)> _interfaces = [];

    /// <param name="application">Who writes, for the header of the section.</param>
    public PcapngWriter(Stream to, string application)
    {
        _to = to;
        Begin(SectionBlock);
        Add32(ByteOrderMagic);
        Add16(1);
        Add16(0);
        Add32(uint.MaxValue);
        Add32(uint.MaxValue);
        AddOption(UserApplication, Encoding.UTF8.GetBytes(application));
        AddOption(0, default);
        End();
    }

    /// <summary>Frames written.</summary>
    public long Frames { get; private set; }

    /// <summary>Whether a link type has a number in pcapng; those of other containers may not.</summary>
    public static bool CanWrite(LinkType type) => type != FrameReader.Unmapped;

    /// <param name="seenBy">The interface that <see cref="Frame.Interface"/> refers to.</param>
    /// <param name="comments">Each becomes a comment of the packet; text as <see cref="WireText.Decode"/> gives it. Null entries are left out.</param>
    public void Write(Frame frame, CaptureInterface seenBy, params ReadOnlySpan<string?> comments)
    {
        if (!_interfaces.TryGetValue(frame.Interface, out var known)) _interfaces.Add(frame.Interface, known = (Describe(frame, seenBy), seenBy));
        Begin(PacketBlock);
        Add32((uint)known.Number);
        var ticks = Ticks(frame.Timestamp, known.Interface.TimeDigits);
        Add32((uint)(ticks >> 32));
        Add32((uint)ticks);
        Add32((uint)frame.Bytes.Length);
        Add32((uint)frame.OriginalLength);
        AddPadded(frame.Bytes);
        var isBegun = false;
        foreach (var comment in comments)
        {
            if (comment is null) continue;
            AddOption(Comment, Encode(comment));
            isBegun = true;
        }

        if (frame.FrameCheckLength != known.Interface.FrameCheckLength)
        {
            AddOption(PacketFlags, Bytes32((uint)frame.FrameCheckLength << FrameCheckShift));
            isBegun = true;
        }

        if (isBegun) AddOption(0, default);
        End();
        Frames++;
    }

    /// <summary>Writes names of addresses, as a block of their own.</summary>
    public void WriteNames(IEnumerable<NameRecord> names)
    {
        Begin(NameBlock);
        var any = false;
        Span<byte> address = stackalloc byte[Ipv6Address.Length];
        foreach (var record in names)
        {
            byte[] name = [.. Encode(record.Name), 0];
            record.Address.Write(address);
            if (record.Address.IsIpv4) AddOption(1, [.. address[^4..], .. name]);
            else AddOption(2, [.. address, .. name]);
            any = true;
        }

        AddOption(0, default);
        if (any) End();
    }

    int Describe(Frame frame, CaptureInterface seenBy)
    {
        Begin(InterfaceBlock);
        Add16((ushort)seenBy.LinkType);
        Add16(0);
        // Readers refuse frames that are longer than this says, and damaged headers say too little.
        Add32(seenBy.SnapLength >= frame.Bytes.Length ? seenBy.SnapLength : 0);
        if (seenBy.Name is { Length: > 0 } name) AddOption(InterfaceName, Encode(name));
        AddOption(TimeResolution, [(byte)seenBy.TimeDigits]);
        if (seenBy.FrameCheckLength > 0) AddOption(FrameCheckOption, [(byte)seenBy.FrameCheckLength]);
        AddOption(0, default);
        End();
        return _interfaces.Count;
    }

    /// <summary>Times before 1970 cannot be written; only damage makes them.</summary>
    static ulong Ticks(Timestamp time, int digits)
    {
        var ticks = (ulong)Math.Max(0, time.Nanoseconds);
        for (; digits < 9; digits++) ticks /= 10;
        return ticks;
    }

    /// <summary>Text back to the bytes that it was: bytes that are no UTF-8 stand in it as lone surrogates.</summary>
    static byte[] Encode(string text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length + 8);
        Span<byte> one = stackalloc byte[4];
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var isRune = Rune.DecodeFromUtf16(rest, out var rune, out var used) == OperationStatus.Done;
            if (isRune) bytes.Write(one[..rune.EncodeToUtf8(one)]);
            else bytes.Write([(byte)rest[0]]);
            rest = rest[used..];
        }

        return bytes.WrittenSpan[..Math.Min(bytes.WrittenCount, LongestValue)].ToArray();
    }

    void Begin(uint type)
    {
        _block.ResetWrittenCount();
        Add32(type);
        Add32(0);
    }

    void End()
    {
        var length = (uint)_block.WrittenCount + 4;
        Add32(length);
        var bytes = System.Runtime.InteropServices.MemoryMarshal.AsMemory(_block.WrittenMemory).Span;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], length);
        _to.Write(bytes);
    }

    void AddOption(ushort code, ReadOnlySpan<byte> value)
    {
        Add16(code);
        Add16((ushort)value.Length);
        AddPadded(value);
    }

    void AddPadded(ReadOnlySpan<byte> bytes)
    {
        _block.Write(bytes);
        _block.Write("\0\0\0"u8[..(-bytes.Length & 3)]);
    }

    void Add16(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_block.GetSpan(2), value);
        _block.Advance(2);
    }

    void Add32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_block.GetSpan(4), value);
        _block.Advance(4);
    }

    static byte[] Bytes32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
