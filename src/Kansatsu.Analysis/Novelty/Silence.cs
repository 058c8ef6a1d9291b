namespace Kansatsu.Analysis;

/// <summary>A subject that came day after day did not come.</summary>
/// <param name="LastDay">The last day on which it came.</param>
/// <param name="NoticedOn">The first watched day that was silent for longer than it ever was before.</param>
/// <param name="BackOn">When it came again; null while it has not.</param>
public readonly record struct Silence(DateOnly LastDay, DateOnly NoticedOn, DateOnly? BackOn);
