namespace Kansatsu.Analysis;

/// <summary>Where a flow goes, seen from home. The numbers are kept in stores: a new one goes to the end.</summary>
public enum FlowWay : byte
{
    /// <summary>Nothing says what home is.</summary>
    Unknown,
    Out,
    In,
    Local,
    Multicast,
    Transit,
}
