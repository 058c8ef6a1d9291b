namespace Kansatsu.Bench.Captures;

/// <summary>One Ethernet frame of a corpus file, with its time in microseconds since 1970.</summary>
public sealed record CapturedPacket(byte[] Bytes, uint OriginalLength, long Microseconds);
