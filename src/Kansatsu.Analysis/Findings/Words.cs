using System.Globalization;

namespace Kansatsu.Analysis;

/// <summary>Figures in sentences.</summary>
static class Words
{
    /// <summary>Nanoseconds, to two or three digits.</summary>
    public static string Time(long nanoseconds) => nanoseconds switch
    {
        < 10_000 => "less than 0.01 ms",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.00} ms"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.#} ms"),
        < 120_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e9:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 60e9:0.0} min"),
    };
}
