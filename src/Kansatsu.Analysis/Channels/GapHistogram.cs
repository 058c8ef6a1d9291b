using System.Numerics;
using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Gaps between packets by their size in powers of two of a microsecond, and the line between the gaps inside bursts and those between bursts. Old
/// gaps fade: all counts are halved when one is full.
/// </summary>
struct GapHistogram
{
    /// <summary>Gaps of 2^34 µs, about five hours, and more are one class.</summary>
    const int Classes = 36;

    /// <summary>Two kinds of gaps lie at least a factor of four apart …</summary>
    const double LeastOctaves = 2;

    /// <summary>… and clearly further apart than each kind is wide (in variances): one wide kind would be cut in two otherwise.</summary>
    const double LeastContrast = 12;

    /// <summary>More gaps inside bursts than so many to one between them are no bursts but a steady stream with pauses.</summary>
    const int LongestBurst = 64;

    Counts _counts;

    public void Add(long nanoseconds)
    {
        ref var count = ref _counts[Math.Min(ClassOf(nanoseconds), Classes - 1)];
        if (++count != byte.MaxValue) return;
        foreach (ref var each in (Span<byte>)_counts) each >>= 1;
    }

    /// <summary>Nanoseconds; longer gaps begin a burst. 0 when there is one kind of gaps only, so that every packet begins one.</summary>
    public readonly long Threshold()
    {
        var (weight, sum, squares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < Classes; i++)
        {
            double n = _counts[i];
            (weight, sum, squares) = (weight + n, sum + (n * i), squares + (n * i * i));
        }

        return Split(weight, sum, squares);
    }

    /// <summary>Otsu's split: the cut with the greatest variance between the two sides.</summary>
    readonly long Split(double weight, double sum, double squares)
    {
        var (low, lowSum, best, short_, long_, share) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < Classes - 1; i++)
        {
            if (_counts[i] == 0) continue;
            low += _counts[i];
            lowSum += (double)_counts[i] * i;
            var high = weight - low;
            if (high <= 0) break;
            var apart = ((sum - lowSum) / high) - (lowSum / low);
            var between = low * high * apart * apart;
            if (between <= best) continue;
            (best, short_, long_, share) = (between, lowSum / low, (sum - lowSum) / high, high);
        }

        if (best == 0 || long_ - short_ < LeastOctaves || share * LongestBurst < weight) return 0;
        var total = squares - (sum * sum / weight);
        var within = Math.Max(0, (total - (best / weight)) / weight);
        // A class is an octave wide: what lies in one of them still differs by this much.
        if ((long_ - short_) * (long_ - short_) < LeastContrast * (within + (1.0 / 12))) return 0;
        return (long)(Math.Pow(2, (short_ + long_) / 2) * 1000);
    }

    /// <summary>0 below a microsecond, then one more than the power of two.</summary>
    static int ClassOf(long nanoseconds) => 64 - BitOperations.LeadingZeroCount((ulong)Math.Max(0, nanoseconds) / (Timestamp.PerSecond / 1_000_000));

    [InlineArray(Classes)]
    struct Counts
    {
        byte _first;
    }
}
