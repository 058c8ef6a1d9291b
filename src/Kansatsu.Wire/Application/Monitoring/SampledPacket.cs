namespace Kansatsu.Wire;

/// <summary>The first bytes of a packet that another device saw: where they lie, and how long the packet was there.</summary>
readonly record struct SampledPacket(LayerKind First, int Offset, int Captured, int Length);
