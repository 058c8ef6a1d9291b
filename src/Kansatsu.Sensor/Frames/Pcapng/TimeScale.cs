using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>Turns an interface's 64-bit ticks into nanoseconds (draft-ietf-opsawg-pcapng §4.2, if_tsresol and if_tsoffset).</summary>
/// <remarks>Times beyond what a <see cref="Timestamp"/> holds (the year 2262) come only from damage and stay at the last moment it can hold.</remarks>
readonly struct TimeScale
{
    const int BinaryFlag = 0x80;
    const int NanosecondExponent = 9;
    const int LargestPower = 19;

    readonly ulong _multiplier;
    readonly ulong _limit;
    readonly ulong _divisor;
    readonly int _shift;
    readonly long _offset;

    /// <param name="resolution">if_tsresol: n for 10^-n seconds, 0x80 + n for 2^-n.</param>
    /// <param name="offsetSeconds">if_tsoffset: seconds added to every time.</param>
    public TimeScale(byte resolution, long offsetSeconds)
    {
        _offset = Clamp((Int128)offsetSeconds * Timestamp.PerSecond);
        if ((resolution & BinaryFlag) != 0)
        {
            _shift = resolution & ~BinaryFlag;
            if (_shift != 0) return;
            resolution = 0;
        }

        if (resolution <= NanosecondExponent)
        {
            _multiplier = Power(NanosecondExponent - resolution);
            // Up to here one multiplication and one addition cannot overflow; an absurd offset leaves no such room.
            if (_offset is < long.MaxValue / 2 and > long.MinValue / 2) _limit = (ulong)long.MaxValue / 2 / _multiplier;
        }
        else
        {
            // Finer than 10^-28 s, no 64-bit count reaches two nanoseconds.
            _divisor = resolution - NanosecondExponent > LargestPower ? ulong.MaxValue : Power(resolution - NanosecondExponent);
        }
    }

    // Zero ticks pass the limit of every scale, and their product is 0 in all of them.
    public Timestamp ToTimestamp(ulong ticks)
    {
        if (ticks <= _limit) return new((long)(ticks * _multiplier) + _offset);
        return Wide(ticks);
    }

    Timestamp Wide(ulong ticks)
    {
        UInt128 wide = ticks;
        if (_multiplier != 0) wide *= _multiplier;
        else if (_divisor != 0) wide /= _divisor;
        else if (_shift >= 64 + 30) wide = 0;
        else wide = (wide * (ulong)Timestamp.PerSecond) >> _shift;
        return new(Clamp((Int128)wide + _offset));
    }

    static ulong Power(int exponent)
    {
        var power = 1ul;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }

    static long Clamp(Int128 value) => value > long.MaxValue ? long.MaxValue : value < long.MinValue ? long.MinValue : (long)value;
}
