using Kansatsu.App.Observing;
using Kansatsu.Wire;

namespace Kansatsu.Tests.App;

public class HeadStartTests
{
    [Fact]
    public void Its_frame_is_a_whole_question_to_the_DNS()
    {
        var observer = HeadStart.Rehearse();
        var flow = observer.Flows[0];
        Assert.Equal((1, LayerKind.Dns, 0L), (observer.Flows.Count, flow.Application, observer.Counters.BadUdp));
        Assert.Equal("www.example.org", observer.Names.Questions.Single().Name);
        Assert.Empty(observer.Anomalies.All);
    }
}
