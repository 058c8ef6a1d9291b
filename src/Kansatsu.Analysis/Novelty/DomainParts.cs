namespace Kansatsu.Analysis;

/// <summary>
/// The part of a name that somebody registered, near enough: the last two labels, or three where the second-last is one under which countries let
/// register (co.jp, ac.uk). It only groups hosts; nothing is decided by it.
/// </summary>
static class DomainParts
{
    static readonly HashSet<string> s_secondLevels = new(StringComparer.OrdinalIgnoreCase) { "ac", "ad", "co", "com", "ed", "edu", "gen", "go", "gob", "gov", "gr", "lg", "ltd", "ne", "net", "nom", "or", "org", "plc", "sch" };

    public static string Registered(string name)
    {
        var text = name.TrimEnd('.').ToLowerInvariant();
        var last = text.LastIndexOf('.');
        if (last <= 0) return text;
        var second = text.LastIndexOf('.', last - 1);
        if (second <= 0) return text;
        var isCountry = text.Length - last - 1 == 2;
        if (!isCountry || !s_secondLevels.Contains(text[(second + 1)..last])) return text[(second + 1)..];
        var third = text.LastIndexOf('.', second - 1);
        return third < 0 ? text : text[(third + 1)..];
    }
}
