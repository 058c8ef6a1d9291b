using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>How a keep-alive came: what a telegram of the same sender should share.</summary>
readonly record struct EewBeat(Timestamp Time, byte HopLimit, MacAddress LinkSource, ushort SourcePort);
