namespace Kansatsu.Sensor;

/// <summary>Something the sensor could not see: what, why, and what a person can do about it.</summary>
/// <param name="Path">The file or interface as the user named it.</param>
/// <param name="Reason">A clause without capital or full stop, fit to follow "path: ". Never holds bytes of the capture.</param>
/// <param name="Offset">Byte position of the record at fault, of the decompressed bytes when the file is compressed; null when there is none.</param>
/// <param name="Remedy">What helps, as a clause; null when nothing does.</param>
public sealed record SensorProblem(ProblemKind Kind, string Path, string Reason, long? Offset = null, string? Remedy = null)
{
    public override string ToString()
    {
        var place = Offset is { } offset ? $" (at byte {offset})" : "";
        var remedy = Remedy is null ? "" : $"; {Remedy}";
        return $"{Path}: {Reason}{place}{remedy}";
    }
}
