using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>What an interface description block says about the packets that refer to it (draft-ietf-opsawg-pcapng §4.2).</summary>
/// <param name="Index">The index within the observation, not within the section.</param>
/// <param name="Limit">Largest frame that is believed.</param>
readonly record struct PcapngInterface(int Index, LinkType LinkType, int FrameCheckLength, uint SnapLength, uint Limit)
{
    public const int OptionsOffset = 8;
    const int SnapLengthOffset = 4;

    const int NameOption = 2;
    const int ResolutionOption = 9;
    const int FrameCheckOption = 13;
    const int OffsetOption = 14;
    const byte Microseconds = 6;
    const byte Nanoseconds = 9;

    // A field, so that a packet's time is computed in place instead of on a copy.
    public readonly TimeScale Scale = default;

    PcapngInterface(CaptureInterface listed, uint limit, in TimeScale scale)
        : this(listed.Index, listed.LinkType, listed.FrameCheckLength, listed.SnapLength, limit) => Scale = scale;

    /// <summary>Reads the block's body and lists the interface with the file.</summary>
    public static PcapngInterface Read(CaptureFile file, ReadOnlySpan<byte> body, bool bigEndian, uint limit, LinkType linkType)
    {
        var snapLength = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(body[SnapLengthOffset..]) : BinaryPrimitives.ReadUInt32LittleEndian(body[SnapLengthOffset..]);
        string? name = null;
        var resolution = Microseconds;
        var frameCheck = 0;
        var offset = 0L;
        var options = new PcapngOptions(body[OptionsOffset..], bigEndian);
        while (options.TryNext())
        {
            var value = options.Value;
            if (options.Code == NameOption) name = WireText.Decode(value).TrimEnd('\0');
            else if (options.Code == ResolutionOption && value.Length >= 1) resolution = value[0];
            else if (options.Code == FrameCheckOption && value.Length >= 1) frameCheck = InBytes(value[0]);
            else if (options.Code == OffsetOption && value.Length >= 8)
                offset = bigEndian ? BinaryPrimitives.ReadInt64BigEndian(value) : BinaryPrimitives.ReadInt64LittleEndian(value);
        }

        var listed = file.AddInterface(linkType, name, frameCheck, snapLength, Math.Min(resolution, Nanoseconds));
        return new PcapngInterface(listed, limit, new TimeScale(resolution, offset));
    }

    // Drafts said bits before they said bytes; no link has a check of 16 bytes or more.
    static int InBytes(byte value) => value >= 16 ? value / 8 : value;
}
