namespace Kansatsu.Wire;

/// <summary>Stable names of <see cref="StopReason"/>.</summary>
public static class StopNames
{
    public static string Of(StopReason reason) => reason switch
    {
        StopReason.None => "none",
        StopReason.CutByCapture => "cut-by-capture",
        StopReason.Truncated => "truncated",
        StopReason.Malformed => "malformed",
        StopReason.Unsupported => "unsupported",
        _ => "limit-reached",
    };
}
