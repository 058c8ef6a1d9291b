using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire;

public class EmptyFrameTests
{
    [Fact]
    public void An_empty_frame_stops_without_throwing()
    {
        var d = new Dissector().Dissect(new Frame([], 0, default, LinkType.Ethernet));
        Assert.Equal(StopReason.Truncated, d.Stop.Reason);
    }
}
