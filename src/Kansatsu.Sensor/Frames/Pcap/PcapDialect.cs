using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>In which order a record keeps its two lengths.</summary>
enum LengthOrder
{
    CapturedFirst,

    /// <summary>Versions before 2.3 kept the original length first.</summary>
    OriginalFirst,

    /// <summary>2.3 was written both ways; the captured length cannot be the greater one.</summary>
    SmallerIsCaptured,
}

/// <summary>How one pcap file is to be read: everything its first bytes decide.</summary>
/// <param name="FileHeader">Bytes before the first record.</param>
/// <param name="RecordHeader">Bytes before each frame.</param>
/// <param name="Unit">Nanoseconds per unit of the fraction field.</param>
readonly record struct PcapDialect(
    bool BigEndian, int FileHeader, int RecordHeader, uint Unit, LengthOrder Order, LinkType LinkType, int FrameCheckLength, uint SnapLength);
