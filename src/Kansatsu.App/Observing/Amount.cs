namespace Kansatsu.App.Observing;

/// <summary>How much was carried; bytes are whole IP packets.</summary>
readonly record struct Amount(long Packets, long Bytes)
{
    public static Amount operator +(Amount a, Amount b) => new(a.Packets + b.Packets, a.Bytes + b.Bytes);
}
