namespace Kansatsu.Wire;

/// <summary>Fragments with the same key belong to one packet (RFC 8200 §4.5, RFC 791 §3.2).</summary>
readonly record struct FragmentKey(Ipv6Address Source, Ipv6Address Destination, uint Identification, int Protocol, int Interface);
