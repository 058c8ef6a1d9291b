using Kansatsu.Analysis;

namespace Kansatsu.App.Reporting;

/// <summary>IPv6's share of the bytes before, in and after a marked window; null where nothing was carried.</summary>
sealed record WindowShares(Window Window, double? Before, double? During, double? After);
