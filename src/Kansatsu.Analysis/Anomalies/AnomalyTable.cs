namespace Kansatsu.Analysis;

/// <summary>Counts anomalies by kind and keeps a few examples of each.</summary>
public sealed class AnomalyTable
{
    public IEnumerable<AnomalySeen> All => [];
}
