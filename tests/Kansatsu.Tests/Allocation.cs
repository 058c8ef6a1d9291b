namespace Kansatsu.Tests;

/// <summary>The heap memory that an action costs the thread it runs on, as the runtime itself counts it.</summary>
static class Allocation
{
    const int Rounds = 5;

    /// <summary>
    /// The bytes of the cheapest of several rounds. One round alone may be booked what it did not take: a collection that another test set off can end
    /// the buffer from which this thread allocates, and its unused rest is counted then.
    /// </summary>
    public static long Least(Action action)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
