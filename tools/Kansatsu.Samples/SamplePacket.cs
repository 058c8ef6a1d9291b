namespace Kansatsu.Samples;

/// <summary>One frame of a sample: when it was seen, its Ethernet bytes, and what the capture says about them.</summary>
public sealed record SamplePacket(DateTimeOffset Time, byte[] Bytes, string Comment);
