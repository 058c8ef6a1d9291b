using System.Globalization;

namespace Kansatsu.App.Options;

/// <summary>Where a store lies unless told otherwise, and how large it may be, as the user writes it.</summary>
static class StorePlace
{
    const long Least = 1 << 20;

    /// <summary>XDG_DATA_HOME/kansatsu/observations.db; that is in the home directory's .local/share unless it is set.</summary>
    public static string Usual(Terminal terminal)
    {
        var data = terminal.Environment("XDG_DATA_HOME") is { Length: > 0 } given ? given
            : Path.Combine(terminal.Environment("HOME") is { Length: > 0 } home ? home : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        return Path.Combine(data, "kansatsu", "observations.db");
    }

    /// <summary>A whole number and its unit: 500M, 8G, 1T.</summary>
    public static bool TryParseBytes(string text, out long bytes)
    {
        bytes = 0;
        if (text.Length == 0) return false;
        var shift = char.ToUpperInvariant(text[^1]) switch { 'K' => 10, 'M' => 20, 'G' => 30, 'T' => 40, _ => 0 };
        if (!long.TryParse(shift == 0 ? text : text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > long.MaxValue >> shift) return false;
        bytes = number << shift;
        return bytes >= Least;
    }
}
