using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>One condition of a filter.</summary>
/// <param name="Number">Cause kind, port, family, protocol, direction, confidence, by their numbers.</param>
/// <param name="Text">A name's part; an application or protocol as views write it.</param>
public readonly record struct FlowTerm(FlowField Field, bool IsNegated, long Number = 0, string Text = "", Ipv6Prefix Prefix = default);
