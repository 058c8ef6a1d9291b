namespace Kansatsu.App.Reporting;

/// <summary>What one family carried.</summary>
readonly record struct FamilySum(long Flows, long Packets, long Bytes)
{
    public static FamilySum operator +(FamilySum a, FamilySum b) => new(a.Flows + b.Flows, a.Packets + b.Packets, a.Bytes + b.Bytes);
}
