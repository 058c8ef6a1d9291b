using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Kansatsu.Sensor;

/// <summary>The three kinds of packet block (draft-ietf-opsawg-pcapng §4.3, §4.4, appendix A).</summary>
sealed partial class PcapngReader
{
    const int FieldsOffset = 4;
    const int EnhancedData = 20;
    const int SimpleData = 4;

    const int FlagsOption = 2;
    const int FrameCheckShift = 5;
    const uint FrameCheckMask = 0xf;

    Found Enhanced(ReadOnlySpan<byte> body)
    {
        if (body.Length < EnhancedData) return StepOver($"a packet block holds {body.Length} bytes, fewer than its {EnhancedData} fixed ones");
        return Packet(body, Read32(body));
    }

    // The obsolete block differs in its first word only: 16 bits of interface, 16 of drops.
    Found Obsolete(ReadOnlySpan<byte> body)
    {
        if (body.Length < EnhancedData) return StepOver($"a packet block holds {body.Length} bytes, fewer than its {EnhancedData} fixed ones");
        return Packet(body, Read16(body));
    }

    Found Packet(ReadOnlySpan<byte> body, uint number)
    {
        if (number >= (uint)_interfaceCount) return StepOver($"a packet refers to interface {number}, and {_interfaceCount} are described");
        var fields = MemoryMarshal.Read<PacketFields>(body[FieldsOffset..]);
        if (_bigEndian == BitConverter.IsLittleEndian) fields = fields.Reverse();
        var captured = fields.Captured;
        ref readonly var seenBy = ref _interfaces[number];
        if (captured > (uint)(body.Length - EnhancedData) || captured > seenBy.Limit) return StepOver(TooLong(captured, body.Length - EnhancedData));

        Mark = Bytes.Mark + BlockHead + EnhancedData;
        Captured = (int)captured;
        Original = fields.Original;
        Time = seenBy.Scale.ToTimestamp(((ulong)fields.High << 32) | fields.Low);
        HasTime = true;
        LinkType = seenBy.LinkType;
        Interface = seenBy.Index;
        FrameCheckLength = seenBy.FrameCheckLength;
        var options = EnhancedData + (((int)captured + 3) & ~3);
        if (body.Length - options > BlockTail) PacketOptions(body, options);
        return Found.Frame;
    }

    void PacketOptions(ReadOnlySpan<byte> body, int at)
    {
        _optionsMark = Bytes.Mark + BlockHead + at;
        _optionsLength = body.Length - at;
        var options = new PcapngOptions(body[at..], _bigEndian);
        while (options.TryNext())
        {
            if (options.Code == PcapngOptions.Comment) _comments++;
            if (options.Code != FlagsOption || options.Value.Length < 4) continue;
            var frameCheck = (int)((Read32(options.Value) >> FrameCheckShift) & FrameCheckMask);
            if (frameCheck != 0) FrameCheckLength = frameCheck;
        }

        File.CountComments(_comments);
    }

    // No captured length and no time: the first interface's snap length says where the frame was cut.
    Found Simple(ReadOnlySpan<byte> body)
    {
        if (body.Length < SimpleData) return StepOver("a simple packet block has no length");
        if (_interfaceCount == 0) return StepOver("a simple packet comes before any interface is described");
        ref readonly var seenBy = ref _interfaces[0];
        var original = Read32(body);
        var captured = seenBy.SnapLength == 0 ? original : Math.Min(original, seenBy.SnapLength);
        if (captured > (uint)(body.Length - SimpleData) || captured > seenBy.Limit) return StepOver(TooLong(captured, body.Length - SimpleData));
        Mark = Bytes.Mark + BlockHead + SimpleData;
        Captured = (int)captured;
        Original = original;
        HasTime = false;
        LinkType = seenBy.LinkType;
        Interface = seenBy.Index;
        FrameCheckLength = seenBy.FrameCheckLength;
        return Found.Frame;
    }

    static string TooLong(uint captured, int room) =>
        captured > (uint)room ? $"a packet claims {captured} bytes in a block that has room for {room}"
        : $"a packet claims {captured} bytes, more than a frame can have";

    [StructLayout(LayoutKind.Sequential)]
    readonly record struct PacketFields(uint High, uint Low, uint Captured, uint Original)
    {
        public PacketFields Reverse() => new(
            BinaryPrimitives.ReverseEndianness(High),
            BinaryPrimitives.ReverseEndianness(Low),
            BinaryPrimitives.ReverseEndianness(Captured),
            BinaryPrimitives.ReverseEndianness(Original));
    }
}
