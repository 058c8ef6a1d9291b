using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Recognises what multicast streams carry by single packets.</summary>
static class ContentOf
{
    public const int TsPacket = 188;

    const byte TsSync = 0x47;
    const int SapPort = 9875;
    const int EewHeader = 48;

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

    /// <summary>
    /// The 48-byte header of the service of 2008: the payload's length, little-endian; data or keep-alive in byte 5; date and counter in digits, zeros in
    /// keep-alives. The one place to replace when telegrams are read.
    /// </summary>
    public static bool IsEew(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < EewHeader || BinaryPrimitives.ReadUInt32LittleEndian(payload) != payload.Length || payload[4] != 0) return false;
        var stamp = payload[14..30];
        return payload[5] switch
        {
            0xff => payload.Length == EewHeader && stamp.IndexOfAnyExcept((byte)0) < 0,
            0x00 => payload.Length > EewHeader && stamp.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0,
            _ => false,
        };
    }
}
