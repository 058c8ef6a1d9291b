namespace Kansatsu.Wire;

/// <summary>A moment as a capture knows it: nanoseconds since 1970-01-01T00:00:00Z, leap seconds not counted.</summary>
public readonly record struct Timestamp(long Nanoseconds) : IComparable<Timestamp>
{
    public const long PerSecond = 1_000_000_000;

    public static Timestamp FromSeconds(long seconds, long nanoseconds = 0) => new(unchecked((seconds * PerSecond) + nanoseconds));

    public bool Equals(Timestamp other) => Nanoseconds == other.Nanoseconds;

    public override int GetHashCode() => Nanoseconds.GetHashCode();

    public int CompareTo(Timestamp other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Nanoseconds from <paramref name="earlier"/> to this moment; negative when the capture's clock went back.</summary>
    public long Since(Timestamp earlier) => unchecked(Nanoseconds - earlier.Nanoseconds);

    public Timestamp Add(long nanoseconds) => new(unchecked(Nanoseconds + nanoseconds));

    /// <summary>The same moment as .NET's 100 ns ticks, UTC; the last two digits are lost.</summary>
    public DateTime ToUtc() => DateTime.UnixEpoch.AddTicks(Nanoseconds / 100);

    public static bool operator <(Timestamp left, Timestamp right) => left.Nanoseconds < right.Nanoseconds;

    public static bool operator >(Timestamp left, Timestamp right) => left.Nanoseconds > right.Nanoseconds;

    public static bool operator <=(Timestamp left, Timestamp right) => left.Nanoseconds <= right.Nanoseconds;

    public static bool operator >=(Timestamp left, Timestamp right) => left.Nanoseconds >= right.Nanoseconds;
}
