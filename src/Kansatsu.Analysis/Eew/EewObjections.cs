namespace Kansatsu.Analysis;

/// <summary>Collects the reasons against one telegram; more of one kind than a few say nothing new.</summary>
sealed class EewObjections
{
    const int MaxOfAKind = 3;

    readonly List<EewObjection> _all = [];

    public IReadOnlyList<EewObjection> All => _all;

    public int Count => _all.Count;

    public void Add(EewReason reason, string english, string japanese)
    {
        var same = 0;
        foreach (var objection in _all)
            if (objection.Reason == reason) same++;
        if (same < MaxOfAKind) _all.Add(new EewObjection(reason, new Wording(english, japanese)));
    }

    public void AddIf(bool holds, EewReason reason, string english, string japanese)
    {
        if (holds) Add(reason, english, japanese);
    }
}
