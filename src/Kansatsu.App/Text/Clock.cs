using System.Globalization;
using Kansatsu.Wire;

namespace Kansatsu.App.Text;

/// <summary>Writes moments in one time zone.</summary>
sealed class Clock(TimeZoneInfo zone)
{
    /// <summary>Every change of offset in the zone database falls on a multiple of this.</summary>
    const long OffsetPeriod = 15 * 60 * Timestamp.PerSecond;

    long _period = long.MinValue;
    long _offset;

    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>A zone by its name in the IANA database, "UTC", "local", or an offset such as +09:00.</summary>
    public static bool TryFindZone(string name, out TimeZoneInfo zone)
    {
        zone = TimeZoneInfo.Utc;
        if (name is "UTC" or "utc" or "Z") return true;
        if (name.Length == 0) return false;
        if (name == "local")
        {
            zone = TimeZoneInfo.Local;
            return true;
        }

        if (name[0] is '+' or '-') return TryFixed(name, out zone);
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found))
        {
            zone = found;
            return true;
        }

        // The zone of the diary, on machines that carry no zone database.
        return name is "Asia/Tokyo" or "Japan" or "JST" && TryFixed("+09:00", out zone);
    }

    public static Timestamp ToTimestamp(DateTime utc)
    {
        var ticks = utc.Ticks - DateTime.UnixEpoch.Ticks;
        return new Timestamp(Math.Clamp(ticks, long.MinValue / 100, long.MaxValue / 100) * 100);
    }

    public DateTime ToLocal(Timestamp time) => DateTime.UnixEpoch.AddTicks((time.Nanoseconds + OffsetAt(time)) / 100);

    public Timestamp FromLocal(DateTime local)
    {
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return ToTimestamp(DateTime.SpecifyKind(unspecified - Zone.GetUtcOffset(unspecified), DateTimeKind.Utc));
    }

    /// <summary>09:13:09.342580</summary>
    public int FormatTime(Timestamp time, Span<char> to)
    {
        var ofDay = Modulo(time.Nanoseconds + OffsetAt(time), 86400 * Timestamp.PerSecond);
        var seconds = (int)(ofDay / Timestamp.PerSecond);
        Digits(to, 0, seconds / 3600, 2);
        to[2] = ':';
        Digits(to, 3, seconds / 60 % 60, 2);
        to[5] = ':';
        Digits(to, 6, seconds % 60, 2);
        to[8] = '.';
        Digits(to, 9, (int)(ofDay % Timestamp.PerSecond / 1000), 6);
        return 15;
    }

    public string Time(Timestamp time)
    {
        Span<char> text = stackalloc char[16];
        return new string(text[..FormatTime(time, text)]);
    }

    /// <summary>2008-06-14 09:13:09</summary>
    public string DateAndTime(Timestamp time) => ToLocal(time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>09:13:09</summary>
    public string TimeOfDay(Timestamp time) => ToLocal(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public string Date(Timestamp time) => ToLocal(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>+09:00, the offset in force at a moment.</summary>
    public string Offset(Timestamp time)
    {
        var minutes = OffsetAt(time) / Timestamp.PerSecond / 60;
        return minutes == 0 ? "UTC" : $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}";
    }

    /// <summary>RFC 3339 in UTC with microseconds, or nanoseconds when the capture has them.</summary>
    public static string Rfc3339(Timestamp time)
    {
        var text = DateTime.UnixEpoch.AddTicks(Floor(time.Nanoseconds, 100)).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        var nanoseconds = Modulo(time.Nanoseconds, 1000);
        return nanoseconds == 0 ? text + "Z" : $"{text}{nanoseconds:000}Z";
    }

    /// <summary>Nanoseconds from UTC, the offset in force at a moment.</summary>
    public long OffsetAt(Timestamp time)
    {
        var period = Floor(time.Nanoseconds, OffsetPeriod);
        if (period == _period) return _offset;
        _period = period;
        return _offset = Zone.GetUtcOffset(DateTime.UnixEpoch.AddTicks(Floor(time.Nanoseconds, 100))).Ticks * 100;
    }

    static bool TryFixed(string text, out TimeZoneInfo zone)
    {
        zone = TimeZoneInfo.Utc;
        if (!TimeSpan.TryParseExact(text[1..], [@"hh\:mm", "hhmm", "hh", "%h"], CultureInfo.InvariantCulture, out var offset)) return false;
        if (offset > TimeSpan.FromHours(14)) return false;
        zone = TimeZoneInfo.CreateCustomTimeZone(text, text[0] == '-' ? -offset : offset, text, text);
        return true;
    }

    static void Digits(Span<char> to, int at, int value, int count)
    {
        for (var i = count - 1; i >= 0; i--, value /= 10) to[at + i] = (char)('0' + (value % 10));
    }

    static long Floor(long value, long by) => (value / by) - (value % by < 0 ? 1 : 0);

    static long Modulo(long value, long by) => value - (Floor(value, by) * by);
}
