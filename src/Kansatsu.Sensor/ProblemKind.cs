namespace Kansatsu.Sensor;

/// <summary>What kind of thing kept the sensor from seeing everything; programs decide by it, people read <see cref="SensorProblem.Reason"/>.</summary>
public enum ProblemKind
{
    NotFound,
    NotPermitted,
    IsDirectory,

    /// <summary>The operating system refused or failed while reading.</summary>
    Unreadable,

    Empty,

    /// <summary>Readable text, which no capture format begins with.</summary>
    Text,

    UnknownFormat,

    /// <summary>A capture format we know, in a version or variant that is not read.</summary>
    UnsupportedVersion,

    /// <summary>The bytes contradict the format.</summary>
    Damaged,

    /// <summary>The file ends in the middle of a record.</summary>
    Truncated,
}
