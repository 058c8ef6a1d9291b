namespace Kansatsu.Analysis;

/// <summary>What a stream carries, where its packets show more than the dissector tells.</summary>
public enum ChannelContent : byte
{
    None,

    /// <summary>Earthquake early warnings in the frame of 2008.</summary>
    Eew,

    /// <summary>RTP (RFC 3550), by sequence numbers that go on.</summary>
    Rtp,

    /// <summary>MPEG transport stream (ISO 13818-1), bare in UDP.</summary>
    MpegTs,

    /// <summary>The same in RTP (RFC 2250).</summary>
    MpegTsInRtp,

    /// <summary>Session announcements (SAP, RFC 2974).</summary>
    Sap,
}
