using System.Runtime.CompilerServices;

namespace Kansatsu.Analysis;

/// <summary>How often each happening that may repeat was seen: c, g, t and w, first of the initiator, then of the responder. They stop at 65,535.</summary>
[InlineArray(Kinds * 2)]
struct FlowRepeats
{
    const int Kinds = 4;

    ushort _first;

    /// <summary>Counts one more and says whether it was the 1st, 10th, 100th, 1,000th or 10,000th.</summary>
    public bool Count(bool back, char letter)
    {
        ref var times = ref this[(back ? Kinds : 0) + letter switch { 'c' => 0, 'g' => 1, 't' => 2, _ => 3 }];
        if (times == ushort.MaxValue) return false;
        return ++times is 1 or 10 or 100 or 1000 or 10_000;
    }
}
