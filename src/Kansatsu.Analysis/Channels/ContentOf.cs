using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Recognises what multicast streams carry by single packets.</summary>
static class ContentOf
{
    public const int TsPacket = 188;

    const byte TsSync = 0x47;
    const int SapPort = 9875;

    /// <summary>RTP is only guessed at here; <see cref="SequenceTrack"/> needs its sequence numbers to go on.</summary>
    public static ChannelContent Of(ReadOnlySpan<byte> payload, int port)
    {
        if (IsEew(payload)) return ChannelContent.Eew;
        if (IsTs(payload)) return ChannelContent.MpegTs;
        if (port == SapPort && payload.Length > 8 && payload[0] >> 5 == 1) return ChannelContent.Sap;
        if (payload.Length < RtpHeader.Length || payload[0] >> 6 != 2) return ChannelContent.None;
        return IsTs(payload[RtpHeader.Length..]) ? ChannelContent.MpegTsInRtp : ChannelContent.Rtp;
    }

    /// <summary>Whole transport packets, each with its sync byte (ISO 13818-1 §2.4.3.2).</summary>
    public static bool IsTs(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < TsPacket || bytes.Length % TsPacket != 0) return false;
        for (var at = 0; at < bytes.Length; at += TsPacket)
            if (bytes[at] != TsSync) return false;
        return true;
    }

    /// <summary>Keep-alives and telegrams of the service of 2008.</summary>
    static bool IsEew(ReadOnlySpan<byte> payload) =>
        EewFrame.MayCarry(payload, toGroup: false) && EewFrame.TryRead(payload, out var frame) && frame.IsOcn;
}
