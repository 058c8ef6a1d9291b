using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Sensor;

/// <summary>A frame kept beyond the call that yielded it.</summary>
sealed record Seen(
    byte[] Bytes, int Original, long Time, LinkType LinkType, long Number, int Interface, int FrameCheckLength, string? Comment);

/// <summary>Reads whole captures for tests: from memory as a pipe, or from a file of their own.</summary>
static class Reading
{
    public static (CaptureFile File, List<Seen> Frames) Pipe(byte[] bytes) => Pipe(new MemoryStream(bytes));

    public static (CaptureFile File, List<Seen> Frames) Pipe(Stream stream)
    {
        using var set = CaptureSet.Open([CaptureSet.StandardInput], () => stream);
        return (set.Files[0], All(set));
    }

    public static (CaptureFile File, List<Seen> Frames) Plain(byte[] bytes)
    {
        using var folder = new Folder();
        return Plain(bytes, folder);
    }

    public static (CaptureFile File, List<Seen> Frames) Plain(byte[] bytes, Folder folder)
    {
        using var set = CaptureSet.Open([folder.Add("capture", bytes)]);
        return (set.Files[0], All(set));
    }

    /// <summary>Both ways of reading must tell the same.</summary>
    public static (CaptureFile File, List<Seen> Frames) Both(byte[] bytes)
    {
        var (piped, pipedFrames) = Pipe(bytes);
        var (plain, plainFrames) = Plain(bytes);
        Assert.Equal(string.Join('\n', plainFrames.Select(Text)), string.Join('\n', pipedFrames.Select(Text)));
        Assert.Equal(plain.Problem?.Reason, piped.Problem?.Reason);
        Assert.Equal(plain.Problem?.Offset, piped.Problem?.Offset);
        return (plain, plainFrames);
    }

    public static List<Seen> All(CaptureSet set)
    {
        var frames = new List<Seen>();
        while (set.TryRead(out var frame))
        {
            frames.Add(new Seen(
                frame.Bytes.ToArray(), frame.OriginalLength, frame.Timestamp.Nanoseconds, frame.LinkType, frame.Number, frame.Interface,
                frame.FrameCheckLength, set.CurrentComment));
        }

        return frames;
    }

    /// <summary>A frame of recognizable bytes.</summary>
    public static byte[] Frame(int length, byte first = 1) => [.. Enumerable.Range(0, length).Select(i => (byte)(first + i))];

    static string Text(Seen seen) => $"{Convert.ToHexString(seen.Bytes)} {seen.Original} {seen.Time} {seen.LinkType} {seen.Number} {seen.Interface} {seen.FrameCheckLength} {seen.Comment}";
}

/// <summary>A folder that goes away with the test.</summary>
sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kansatsu-test-").FullName;

    public string Add(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
