using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>One anomaly of one packet.</summary>
/// <param name="Back">The packet went from the flow's responder to the initiator.</param>
readonly record struct AnomalyAt(Timestamp Time, long Frame, int Flow, bool Back, Anomaly Anomaly);
