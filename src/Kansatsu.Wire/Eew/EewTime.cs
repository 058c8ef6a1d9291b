namespace Kansatsu.Wire;

/// <summary>Times of EEW telegrams: digits of Japan standard time, nine hours before UTC.</summary>
static class EewTime
{
    const long JapanOffset = 9 * 3600;
    const long Day = 86400;

    /// <summary>YYMMDDhhmmss of 2000 to 2099, or YYYYMMDDhhmmss.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Timestamp time)
    {
        time = default;
        if (text.Length is not (12 or 14) || text.ContainsAnyExceptInRange('0', '9')) return false;
        var year = text.Length == 12 ? 2000 + Two(text, 0) : (Two(text, 0) * 100) + Two(text, 2);
        var rest = text[^10..];
        var (month, day, hour, minute, second) = (Two(rest, 0), Two(rest, 2), Two(rest, 4), Two(rest, 6), Two(rest, 8));
        if (year < 1970 || year > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return false;
        var local = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc);
        time = Timestamp.FromSeconds(((local.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond) - JapanOffset);
        return true;
    }

    /// <summary>hhmmss on the day that puts it nearest to a moment.</summary>
    public static bool TryReadTimeOfDay(ReadOnlySpan<char> text, Timestamp near, out Timestamp time)
    {
        time = default;
        if (text.Length != 6 || text.ContainsAnyExceptInRange('0', '9') || Two(text, 0) > 23 || Two(text, 2) > 59 || Two(text, 4) > 59) return false;
        var ofDay = (Two(text, 0) * 3600L) + (Two(text, 2) * 60) + Two(text, 4);
        var seconds = (near.Nanoseconds / Timestamp.PerSecond) + JapanOffset;
        var apart = ofDay - (seconds % Day);
        if (apart > Day / 2) apart -= Day;
        else if (apart < -Day / 2) apart += Day;
        time = Timestamp.FromSeconds(seconds + apart - JapanOffset);
        return true;
    }

    static int Two(ReadOnlySpan<char> text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';
}
