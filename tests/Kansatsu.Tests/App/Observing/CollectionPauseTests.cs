using Kansatsu.App.Observing;
using Kansatsu.Sensor;

namespace Kansatsu.Tests.App.Observing;

public class CollectionPauseTests
{
    /// <summary>Whatever the rest of the process allocates meanwhile: other tests run beside this one.</summary>
    [Fact]
    public void Ends_quietly_whether_or_not_somebody_collected()
    {
        using var file = new TemporaryFile([]);
        using (var sparse = File.OpenWrite(file.Path))
        {
            sparse.Write([0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 1, 0, 0, 0]);
            sparse.SetLength(100 << 20);
        }

        using var captures = CaptureSet.Open([file.Path]);
        Assert.Equal(100 << 20, Assert.Single(captures.Files).Length);
        foreach (var collects in (bool[])[false, true])
        {
            var first = new CollectionPause(captures);
            var second = new CollectionPause(captures);
            if (collects) GC.Collect();
            first.Dispose();
            second.Dispose();
            second.Dispose();
        }
    }
}
