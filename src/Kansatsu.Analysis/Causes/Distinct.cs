using System.Numerics;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// How many different values there were: exact up to two, told from three on for certain, and beyond that at least as many as 64 marks show. The
/// marks have no secret, so that the same frames always give the same count; who avoids marks on purpose still counts as three.
/// </summary>
struct Distinct
{
    ulong _first;
    ulong _second;
    ulong _marks;
    byte _exact;

    /// <summary>At least so many; 64 stands for "64 or more".</summary>
    public readonly int Count => _exact < 3 ? _exact : Math.Max(3, BitOperations.PopCount(_marks));

    public void Add(Ipv6Address address) => Add(address.Low ^ (address.High * 0x9e37_79b9_7f4a_7c15));

    public void Add(ulong value)
    {
        _marks |= 1UL << (int)(Mix(value) >> 58);
        if (_exact == 0) (_first, _exact) = (value, 1);
        else if (_exact == 1 && value != _first) (_second, _exact) = (value, 2);
        else if (_exact == 2 && value != _first && value != _second) _exact = 3;
    }

    public void Merge(in Distinct other)
    {
        if (other._exact > 0) Add(other._first);
        if (other._exact > 1) Add(other._second);
        if (other._exact > 2) _exact = 3;
        _marks |= other._marks;
    }

    /// <summary>Neighboring values fall far apart.</summary>
    static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58_476d_1ce4_e5b9;
        value = (value ^ (value >> 27)) * 0x94d0_49bb_1331_11eb;
        return value ^ (value >> 31);
    }
}
