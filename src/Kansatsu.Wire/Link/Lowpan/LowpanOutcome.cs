namespace Kansatsu.Wire;

/// <summary>How far a compressed datagram could be decompressed.</summary>
enum LowpanOutcome : byte
{
    Done,

    /// <summary>The compressed headers are not whole.</summary>
    Short,

    /// <summary>A form that RFC 6282 reserves.</summary>
    Reserved,

    /// <summary>A compression nothing here knows; what was decompressed before it stands, without payload.</summary>
    Unknown,

    /// <summary>Larger, or deeper nested, than this program allows.</summary>
    TooLarge,
}
