using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>A day, in the zone that was asked for.</summary>
/// <param name="Date">The day as people there count it.</param>
/// <param name="From">Its first hour that has traffic.</param>
public sealed record DayTotals(DateOnly Date, Timestamp From, Timestamp To, long Flows, long Packets, long Bytes, long UnexplainedFlows);
