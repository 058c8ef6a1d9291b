namespace Kansatsu.Wire;

/// <summary>Fragments with the same key belong to one datagram (RFC 4944 §5.3; RFC 8931 §5.1, where the size is not part of it).</summary>
readonly record struct LowpanKey(LowpanLink Link, int Tag, int Size, int Interface);
