using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>A name that the capturing program had resolved and kept in the file (pcapng name resolution block). Hostile text.</summary>
public readonly record struct NameRecord(Ipv6Address Address, string Name);
