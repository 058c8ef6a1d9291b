using Kansatsu.Analysis;

namespace Kansatsu.Store;

/// <summary>Flows, packets and bytes by cause, most flows first.</summary>
public sealed record CausesAnswer(Tier Tier, IReadOnlyList<CauseShare> Causes);
