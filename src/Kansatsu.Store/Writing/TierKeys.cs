namespace Kansatsu.Store;

/// <summary>What makes a row of the sums of traffic; the application by its number within the batch.</summary>
readonly record struct TrafficKey(long Time, byte Family, byte Way, byte Kind, byte Protocol, int Application) : IComparable<TrafficKey>
{
    public int CompareTo(TrafficKey other) => Time != other.Time ? Time.CompareTo(other.Time) : Family != other.Family ? Family.CompareTo(other.Family)
        : Way != other.Way ? Way.CompareTo(other.Way) : Kind != other.Kind ? Kind.CompareTo(other.Kind)
        : Protocol != other.Protocol ? Protocol.CompareTo(other.Protocol) : Application.CompareTo(other.Application);
}

/// <summary>What makes a row of the sums of far sides; the name by its number within the batch.</summary>
readonly record struct FarKey(long Time, byte Family, long Net, int Name, byte Kind) : IComparable<FarKey>
{
    public int CompareTo(FarKey other) => Time != other.Time ? Time.CompareTo(other.Time) : Family != other.Family ? Family.CompareTo(other.Family)
        : Net != other.Net ? Net.CompareTo(other.Net) : Name != other.Name ? Name.CompareTo(other.Name) : Kind.CompareTo(other.Kind);
}

/// <summary>What makes a row of the causes by hour; the cause by its number within the batch.</summary>
readonly record struct CauseKey(long Time, byte Kind, int Cause) : IComparable<CauseKey>
{
    public int CompareTo(CauseKey other) => Time != other.Time ? Time.CompareTo(other.Time) : Kind != other.Kind ? Kind.CompareTo(other.Kind) : Cause.CompareTo(other.Cause);
}

/// <summary>What makes a row of the names by day; the name by its number within the batch.</summary>
readonly record struct NameKey(long Day, int Name) : IComparable<NameKey>
{
    public int CompareTo(NameKey other) => Day != other.Day ? Day.CompareTo(other.Day) : Name.CompareTo(other.Name);
}
