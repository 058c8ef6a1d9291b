namespace Kansatsu.Analysis;

/// <summary>Which ends of a flow are home, and whether it was tried in vain (<see cref="SweepTable.IsVain"/>).</summary>
[Flags]
enum FlowSide : byte
{
    FromHome = 1,
    ToHome = 2,
    Vain = 4,

    /// <summary>Both ends, or neither.</summary>
    Ends = FromHome | ToHome,
}
