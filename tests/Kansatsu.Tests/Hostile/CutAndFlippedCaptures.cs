using Kansatsu.Analysis;
using Kansatsu.Fuzz;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Hostile;

/// <summary>Every small capture, cut at every length and with every byte flipped: nothing throws, and what was before the damage is still read.</summary>
public class CutAndFlippedCaptures
{
    const int Small = 4096;

    public static TheoryData<string> SmallCaptures()
    {
        var data = new TheoryData<string>();
        foreach (var path in Seeds.Captures().Where(p => new FileInfo(p).Length is > 0 and <= Small)) data.Add(Path.GetFileName(path));
        if (data.Count == 0) data.Add("");
        return data;
    }

    [Theory]
    [MemberData(nameof(SmallCaptures))]
    public void Every_cut_and_every_flip_is_survived(string name)
    {
        if (name.Length == 0) return;
        var bytes = File.ReadAllBytes(Seeds.Captures().First(p => Path.GetFileName(p) == name));
        var whole = Read(bytes, bytes.Length);
        var before = 0L;
        for (var length = 0; length <= bytes.Length; length++)
        {
            var (frames, problem) = Read(bytes, length);
            Assert.True(frames >= before || frames == whole.Frames, $"cut at {length}: {frames} frames after {before}");
            Assert.True(frames <= whole.Frames, $"cut at {length} gave {frames} frames");
            if (length == 0) Assert.NotNull(problem);
            before = frames;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 0xff;
            Read(bytes, bytes.Length);
            bytes[i] ^= 0xff;
        }
    }

    static (long Frames, SensorProblem? Problem) Read(byte[] bytes, int length)
    {
        using var set = CaptureSet.Open([CaptureSet.StandardInput], () => new MemoryStream(bytes, 0, length, writable: false));
        var observer = new Observer(new ObserverOptions { FlowCapacity = 1024, HashSeed = 1 });
        while (set.TryRead(out var frame)) observer.Observe(frame);
        return (observer.Counters.Frames, set.Files[0].Problem);
    }
}
