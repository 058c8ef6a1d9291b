using Kansatsu.App.Observing;

namespace Kansatsu.Tests.App.Observing;

public class HandoverTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10_000)]
    public void Everything_arrives_once_and_in_order_however_few_there_are(int count)
    {
        // The same round as between reading and observing: so many go to and fro, and both sides run out now and then.
        var (there, back) = (new Handover<int[]>(8), new Handover<int[]>(8));
        for (var i = 0; i < 32; i++) back.Add([0]);
        var producer = new Thread(() =>
        {
            for (var i = 0; i < count && back.TryTake(out var box); i++)
            {
                box[0] = i;
                there.Add(box);
                if (i % 1000 == 500) Thread.Yield();
            }

            there.Complete();
        });
        producer.Start();
        var expected = 0;
        while (there.TryTake(out var box))
        {
            Assert.Equal(expected++, box[0]);
            back.Add(box);
        }

        producer.Join();
        Assert.Equal(count, expected);
    }

    [Fact]
    public void Who_waits_is_told_that_nothing_will_come()
    {
        var handover = new Handover<string>(8);
        var told = true;
        var waiting = new Thread(() => told = handover.TryTake(out _));
        waiting.Start();
        handover.Complete();
        waiting.Join();
        Assert.False(told);
    }
}
