using System.Globalization;
using Kansatsu.Wire;

namespace Kansatsu.App.Text;

/// <summary>Numbers as people read them.</summary>
static class Quantity
{
    const int BarCells = 16;

    /// <summary>12,345</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>999 B, 12.3 kB, 4.56 MB: powers of ten, three digits.</summary>
    public static string Bytes(long value)
    {
        if (value < 1000) return $"{value} B";
        ReadOnlySpan<string> units = ["kB", "MB", "GB", "TB", "PB", "EB"];
        var scaled = value / 1000.0;
        var unit = 0;
        for (; scaled >= 999.5 && unit < units.Length - 1; unit++) scaled /= 1000;
        var digits = scaled < 9.995 ? "0.00" : scaled < 99.95 ? "0.0" : "0";
        return $"{scaled.ToString(digits, CultureInfo.InvariantCulture)} {units[unit]}";
    }

    /// <summary>12.3 %; anything above nothing is not shown as 0.0.</summary>
    public static string Share(double share) => share switch
    {
        <= 0 => "0 %",
        < 0.001 => "<0.1 %",
        >= 0.9995 => "100 %",
        _ => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %",
    };

    public static double Ratio(long part, long whole) => whole <= 0 ? 0 : (double)part / whole;

    /// <summary>A bar of block characters, in eighths, padded to its full length.</summary>
    public static string Bar(double share, int cells = BarCells)
    {
        var eighths = (int)Math.Round(Math.Clamp(share, 0, 1) * cells * 8, MidpointRounding.AwayFromZero);
        if (share > 0 && eighths == 0) eighths = 1;
        var text = new string('█', eighths / 8);
        if (eighths % 8 != 0) text += " ▏▎▍▌▋▊▉"[eighths % 8];
        return text.PadRight(cells);
    }

    /// <summary>How long, in the two units that matter: 3 d 4 h, 5 min 30 s, 12.5 s, 340 ms, 25 µs.</summary>
    public static string Duration(long nanoseconds, Language language = Language.English)
    {
        var ja = language == Language.Japanese;
        var seconds = nanoseconds / Timestamp.PerSecond;
        return seconds switch
        {
            >= 86400 => ja ? $"{seconds / 86400} 日 {seconds / 3600 % 24} 時間" : $"{seconds / 86400} d {seconds / 3600 % 24} h",
            >= 3600 => ja ? $"{seconds / 3600} 時間 {seconds / 60 % 60} 分" : $"{seconds / 3600} h {seconds / 60 % 60} min",
            >= 60 => ja ? $"{seconds / 60} 分 {seconds % 60} 秒" : $"{seconds / 60} min {seconds % 60} s",
            >= 1 => (nanoseconds / 1e9).ToString("0.0", CultureInfo.InvariantCulture) + (ja ? " 秒" : " s"),
            _ when nanoseconds >= 1_000_000 => $"{nanoseconds / 1_000_000} ms",
            _ => $"{Math.Max(0, nanoseconds / 1000)} µs",
        };
    }
}
