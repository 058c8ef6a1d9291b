using System.Numerics;

namespace Kansatsu.Wire;

/// <summary>Fragments with the same key belong to one packet (RFC 8200 §4.5, RFC 791 §3.2).</summary>
readonly record struct FragmentKey(Ipv6Address Source, Ipv6Address Destination, uint Identification, int Protocol, int Interface)
{
    // Senders choose every field: without a secret they could aim all fragments at one bucket.
    static readonly ulong s_seed = Secret.Next() | 1;

    public bool Equals(FragmentKey other) =>
        Identification == other.Identification && Source.Low == other.Source.Low && Destination.Low == other.Destination.Low
        && Source.High == other.Source.High && Destination.High == other.Destination.High && Protocol == other.Protocol && Interface == other.Interface;

    public override int GetHashCode()
    {
        var high = Math.BigMul(Source.High ^ BitOperations.RotateLeft(Destination.High, 32) ^ s_seed, Source.Low ^ s_seed, out var low);
        high = Math.BigMul(high ^ low ^ Identification ^ ((ulong)(uint)Protocol << 32), Destination.Low ^ s_seed, out low);
        return (int)(high ^ low ^ (low >> 32));
    }
}
