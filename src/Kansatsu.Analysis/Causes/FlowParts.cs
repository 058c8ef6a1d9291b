namespace Kansatsu.Analysis;

/// <summary>Divides work on all flows among the processors.</summary>
static class FlowParts
{
    /// <summary>Below this many flows a second thread is not worth its start.</summary>
    public const int Worthwhile = 16384;

    /// <param name="work">Told the first index of its part and the one behind the last; several threads do it at once.</param>
    public static void Of(int flows, Action<int, int> work)
    {
        var parts = Math.Clamp(flows / Worthwhile, 1, Environment.ProcessorCount);
        if (parts == 1)
        {
            work(0, flows);
            return;
        }

        var actions = new Action[parts];
        for (var i = 0; i < parts; i++)
        {
            var part = i;
            actions[i] = () => work((int)((long)flows * part / parts), (int)((long)flows * (part + 1) / parts));
        }

        Parallel.Invoke(actions);
    }
}
