using System.Globalization;
using Kansatsu.Wire;

namespace Kansatsu.App.Options;

/// <summary>How time is divided and what is drawn.</summary>
/// <param name="Length">Nanoseconds of a bin; null = what fits.</param>
/// <param name="CountsPackets">Packets instead of bytes.</param>
sealed record Bins(long? Length, bool CountsPackets)
{
    const long Millisecond = Timestamp.PerSecond / 1000;
    const long Day = 86400 * Timestamp.PerSecond;
    const long Longest = 366 * Day;

    /// <summary>A whole number and its unit: 500ms, 10s, 1m, 1h, 1d.</summary>
    public static bool TryParseLength(string text, out long length)
    {
        length = 0;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits < 1 || !long.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        var unit = text[digits..] switch
        {
            "ms" => Millisecond,
            "s" => Timestamp.PerSecond,
            "m" or "min" => 60 * Timestamp.PerSecond,
            "h" => 3600 * Timestamp.PerSecond,
            "d" => Day,
            _ => 0,
        };
        if (unit == 0 || number == 0 || number > Longest / unit) return false;
        length = number * unit;
        return true;
    }
}
