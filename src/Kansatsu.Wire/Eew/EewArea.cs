namespace Kansatsu.Wire;

/// <summary>An entry of the list EBI: the forecast for one area.</summary>
/// <param name="Upper">Upper end of the forecast intensity, as coded.</param>
/// <param name="Lower">Lower end; // = Upper or more.</param>
/// <param name="Time">hhmmss in Japan, or //////.</param>
/// <param name="Warned">1 under warning, 0 forecast, / unset.</param>
/// <param name="Arrived">0 not yet, 1 taken to have arrived, 9 PLUM, / unset.</param>
public sealed record EewArea(string Code, string Upper, string Lower, string Time, char Warned, char Arrived)
{
    public bool IsWarned => Warned == '1';

    public bool HasArrived => Arrived == '1';

    /// <summary>By the PLUM method; then <see cref="Time"/> is when it first gave this intensity, no arrival.</summary>
    public bool IsPlum => Arrived == '9';

    /// <summary>The moment of <see cref="Time"/>: on the day that puts it nearest to the issue time.</summary>
    public Timestamp? At(Timestamp? issued) =>
        issued is { } near && EewTime.TryReadTimeOfDay(Time, near, out var at) ? at : null;
}
