namespace Kansatsu.Wire;

/// <summary>The patterns of the words of a code telegram.</summary>
static class EewPatterns
{
    public delegate bool Pattern(string word);

    public static bool IsTwoDigits(string w) => IsDigits(w, 2);

    public static bool IsTime(string w) => w.Length == 12 && EewTime.TryRead(w, out _);

    public static bool IsCommand(string w) => w.Length == 3 && w[0] == 'C' && (w[1] is >= '1' and <= '9' or >= 'A' and <= 'Z') && (w[2] is '0' or '1');

    public static bool IsEvent(string w) => w.Length == 16 && w.StartsWith("ND", StringComparison.Ordinal) && EewTime.TryRead(w.AsSpan(2), out _);

    /// <summary>NCN with status and serial; NPN is named by one source and was never seen.</summary>
    public static bool IsForecastSerial(string w) =>
        w.Length == 6 && (w.StartsWith("NCN", StringComparison.Ordinal) || w.StartsWith("NPN", StringComparison.Ordinal))
        && (char.IsAsciiDigit(w[3]) || w[3] == '/') && EewDecoder.Serial(w[4..]) is not null;

    public static bool IsWarningSerial(string w) => w.Length == 6 && w.StartsWith("NCPN", StringComparison.Ordinal) && EewDecoder.Serial(w[4..]) is not null;

    public static bool IsJd(string w) => w.Length == 16 && w.StartsWith("JD", StringComparison.Ordinal) && IsDigitsOrSlashes(w.AsSpan(2));

    public static bool IsJn(string w) => w.Length == 5 && w.StartsWith("JN", StringComparison.Ordinal) && IsDigitsOrSlashes(w.AsSpan(2));

    public static bool IsPlace(string w) => IsDigits(w, 3) || w == "///";

    public static bool IsShortPlace(string w) => IsDigits(w, 4) || w == "////";

    public static bool IsLatitude(string w) => w == "////" || (w.Length == 4 && (w[0] is 'N' or 'S') && IsDigits(w[1..], 3) && string.CompareOrdinal(w, 1, "900", 0, 3) <= 0);

    public static bool IsLongitude(string w) => w == "/////" || (w.Length == 5 && (w[0] is 'E' or 'W') && IsDigits(w[1..], 4) && string.CompareOrdinal(w, 1, "1800", 0, 4) <= 0);

    public static bool IsDepth(string w) => IsDigits(w, 3) || w == "///";

    public static bool IsMagnitude(string w) => IsDigits(w, 2) || w == "//";

    /// <summary>By its form; whether the class exists is another question.</summary>
    public static bool IsIntensity(string w) => w == "//" || (w.Length == 2 && ((w[0] == '0' && char.IsAsciiDigit(w[1])) || ((w[0] is '5' or '6') && (w[1] is '+' or '-'))));

    public static bool IsRk(string w) => IsFive(w, "RK");

    public static bool IsRt(string w) => IsFive(w, "RT");

    public static bool IsRc(string w) => IsFive(w, "RC");

    /// <summary>The one example has a fifth character that is unset.</summary>
    public static bool IsPrc(string w) => w.Length is 7 or 8 && w.StartsWith("PRC", StringComparison.Ordinal) && IsDigitsOrSlashes(w.AsSpan(3));

    public static bool IsAreaCode(string w) => IsDigits(w, 3);

    public static bool IsAreaIntensity(string w) => w.Length == 5 && w[0] == 'S' && IsIntensity(w[1..3]) && IsIntensity(w[3..]) && w[1] != '/';

    public static bool IsAreaTime(string w) => w == "//////" || IsDigits(w, 6);

    public static bool IsAreaFlags(string w) => w.Length == 2 && IsDigitsOrSlashes(w);

    /// <summary>Three capitals open a list.</summary>
    public static bool IsListName(string w) => w.Length == 3 && !w.AsSpan().ContainsAnyExceptInRange('A', 'Z');

    public const string End = "9999=";

    static bool IsFive(string w, string prefix) => w.Length == 7 && w.StartsWith(prefix, StringComparison.Ordinal) && IsDigitsOrSlashes(w.AsSpan(2));

    static bool IsDigits(string w, int length) => w.Length == length && !w.AsSpan().ContainsAnyExceptInRange('0', '9');

    static bool IsDigitsOrSlashes(ReadOnlySpan<char> w) => !w.ContainsAnyExceptInRange('/', '9');
}
