using Kansatsu.Analysis;

namespace Kansatsu.Store;

/// <summary>Flows that share a cause and its detail.</summary>
/// <param name="Flow">The key of the latest.</param>
public sealed record CauseDetail(CauseKind Kind, string Detail, string? Program, string? Purpose, long Ipv6Flows, long Ipv4Flows, long Bytes, long Flow);
