using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>
/// Packets of a pcapng file (draft-ietf-opsawg-pcapng): any number of sections, each with its own byte order and interfaces. A block whose
/// length is wrong ends the reading; one whose length holds but whose content does not is noted and stepped over.
/// </summary>
sealed partial class PcapngReader(CaptureFile file, ByteWindow bytes) : FrameReader(file, bytes)
{
    const uint SectionBlock = 0x0a0d0d0a;
    const uint InterfaceBlock = 1;
    const uint ObsoletePacketBlock = 2;
    const uint SimplePacketBlock = 3;
    const uint NameBlock = 4;
    const uint StatisticsBlock = 5;
    const uint EnhancedPacketBlock = 6;

    // Type and length before, length again behind.
    const int BlockHead = 8;
    const int BlockTail = 4;
    const uint MinBlock = 12;

    // Wireshark's limit too; nothing real comes near it, and it bounds what a stream has to buffer.
    const uint MaxBlock = 16 * 1024 * 1024;

    /// <summary>What a block turned out to hold.</summary>
    enum Found
    {
        Nothing,
        Frame,

        /// <summary>What follows cannot be understood without what this block failed to say.</summary>
        Stop,
    }

    bool _bigEndian;
    int _comments;
    int _optionsMark;
    int _optionsLength;

    public override string? Comment
    {
        get
        {
            if (_comments == 0) return null;
            var text = new StringBuilder();
            var options = new PcapngOptions(Bytes.At(_optionsMark, _optionsLength), _bigEndian);
            while (options.TryNext())
            {
                if (options.Code != PcapngOptions.Comment) continue;
                if (text.Length > 0) text.Append('\n');
                text.Append(WireText.Decode(options.Value));
            }

            return text.ToString();
        }
    }

    public static bool IsMagic(ReadOnlySpan<byte> head) => BinaryPrimitives.TryReadUInt32BigEndian(head, out var type) && type == SectionBlock;

    public static PcapngReader Open(CaptureFile file, ByteWindow bytes)
    {
        file.Container = ContainerKind.Pcapng;
        return new PcapngReader(file, bytes);
    }

    public override bool MoveNext()
    {
        while (true)
        {
            if (!Bytes.Has((int)MinBlock)) return End("a block");
            var rest = Bytes.Rest;
            var type = Read32(rest);
            if (type == SectionBlock && !TryOrder(rest)) return false;
            var total = Read32(rest[4..]);
            if (total < MinBlock || total > MaxBlock || (total & 3) != 0) return Fail(ProblemKind.Damaged, WrongLength(total));
            if (rest.Length < (int)total)
            {
                if (!Bytes.Has((int)total)) return End("a block");
                rest = Bytes.Rest;
            }

            var block = rest[..(int)total];
            if (Read32(block[^BlockTail..]) != total)
                return Fail(ProblemKind.Damaged, $"a block's two lengths differ: {total} before, {Read32(block[^BlockTail..])} behind");

            _comments = 0;
            var body = block[BlockHead..^BlockTail];
            var found = type == EnhancedPacketBlock ? Enhanced(body) : Other(type, body);
            if (found == Found.Stop) return false;
            Bytes.Advance((int)total);
            if (found == Found.Frame) return true;
        }
    }

    Found Other(uint type, ReadOnlySpan<byte> body)
    {
        switch (type)
        {
            case SectionBlock: return Section(body);
            case InterfaceBlock: return Describe(body);
            case SimplePacketBlock: return Simple(body);
            case ObsoletePacketBlock: return Obsolete(body);
            case NameBlock: return Names(body);
            case StatisticsBlock: return Statistics(body);

            // Decryption secrets, custom blocks, systemd entries and what is yet to be invented: not frames.
            default: return Found.Nothing;
        }
    }

    static string WrongLength(uint total) =>
        total > MaxBlock ? $"a block claims {total} bytes, more than {MaxBlock}"
        : total < MinBlock ? $"a block claims {total} bytes, fewer than its own {MinBlock}"
        : $"a block's length {total} is not a multiple of 4";

    /// <summary>The block's length holds but its content does not: noted, and the next block is read.</summary>
    Found StepOver(string reason)
    {
        File.Report(ProblemKind.Damaged, reason, Bytes.Position);
        File.CountSkipped();
        return Found.Nothing;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    uint Read32(ReadOnlySpan<byte> bytes) =>
        _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ushort Read16(ReadOnlySpan<byte> bytes) =>
        _bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
