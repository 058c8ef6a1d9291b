using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>
/// Causes held against labels. Each label is tied to the flow with the same protocol and ends that began nearest to it, written either way round;
/// flows without a label count for nothing but <see cref="UnexplainedFlows"/>.
/// </summary>
sealed class LabelScore
{
    static readonly int s_kinds = Enum.GetValues<CauseKind>().Length;

    readonly Observer _observer;
    readonly Dictionary<LabelEnds, List<int>> _flows = [];
    readonly long[,] _matrix = new long[s_kinds, s_kinds];
    readonly Dictionary<(CauseKind Label, CauseKind Found, string? Program, string? FoundProgram), Mistake> _mistakes = [];

    public LabelScore(Observer observer, IReadOnlyList<Label> labels)
    {
        _observer = observer;
        Labels = labels.Count;
        foreach (var label in labels) _flows.TryAdd(label.Ends, []);
        foreach (var label in labels) _flows.TryAdd(label.Ends.Turned, []);
        for (var i = 0; i < observer.Flows.Count; i++)
        {
            if (observer.Causes.KindOf(i) == CauseKind.Unexplained) UnexplainedFlows++;
            if (_flows.TryGetValue(LabelEnds.Of(observer.Flows[i]), out var same)) same.Add(i);
        }

        foreach (var same in _flows.Values) same.Sort((a, b) => observer.Flows[a].First.CompareTo(observer.Flows[b].First));
        foreach (var label in labels) Judge(label);
    }

    public long Labels { get; }

    /// <summary>Labels whose flow was found: what all further counts are of.</summary>
    public long Found { get; private set; }

    public long Right { get; private set; }

    /// <summary>Labels whose flow has no cause.</summary>
    public long Unexplained { get; private set; }

    /// <summary>Flows of the whole observation without a cause.</summary>
    public long UnexplainedFlows { get; }

    /// <summary>Labels of own-software with a program, whose flow was found to be own-software, and those of them whose program was named right.</summary>
    public long Programs { get; private set; }

    public long ProgramsRight { get; private set; }

    /// <summary>The kinds that occur, as label or as verdict.</summary>
    public IEnumerable<CauseKind> Kinds => Enum.GetValues<CauseKind>().Where(kind => OfLabel(kind) + OfVerdict(kind) > 0);

    /// <summary>Wrong verdicts, and right ones of the wrong program, by what they have in common; the largest groups first.</summary>
    public IEnumerable<Mistake> Mistakes => _mistakes.Values.OrderByDescending(m => m.Count).ThenBy(m => m.Flow, StringComparer.Ordinal);

    public long Count(CauseKind label, CauseKind found) => _matrix[(int)label, (int)found];

    /// <summary>Labels of a kind whose flow was found.</summary>
    public long OfLabel(CauseKind kind) => Enumerable.Range(0, s_kinds).Sum(found => _matrix[(int)kind, found]);

    /// <summary>Labels whose flow was found to be of a kind.</summary>
    public long OfVerdict(CauseKind kind) => Enumerable.Range(0, s_kinds).Sum(label => _matrix[label, (int)kind]);

    /// <summary>One program has several names: its package's, its own, its family's.</summary>
    public static bool IsSameProgram(string label, string? found) => found is not null && Family(label) == Family(found);

    static string Family(string program) => program.ToLowerInvariant() switch
    {
        "firefox-esr" => "firefox",
        "chromium-browser" or "chrome" or "google-chrome" => "chromium",
        var other => other,
    };

    void Judge(Label label)
    {
        var index = Nearest(label, _flows[label.Ends]);
        if (index < 0) index = Nearest(label, _flows[label.Ends.Turned]);
        if (index < 0) return;
        Found++;
        var found = _observer.Causes.KindOf(index);
        _matrix[(int)label.Kind, (int)found]++;
        if (found == CauseKind.Unexplained) Unexplained++;
        if (found == label.Kind) Right++;
        if (found == label.Kind && (found != CauseKind.OwnSoftware || label.Program is null)) return;
        var cause = _observer.Causes.Explain(_observer.Flows[index]);
        if (found == label.Kind)
        {
            Programs++;
            if (IsSameProgram(label.Program!, cause.Program))
            {
                ProgramsRight++;
                return;
            }
        }

        Note(label, found, cause, index);
    }

    void Note(Label label, CauseKind found, Cause cause, int index)
    {
        var key = (label.Kind, found, label.Program, cause.Program);
        if (!_mistakes.TryGetValue(key, out var mistake))
            mistake = new Mistake(label.Kind, found, label.Program, cause.Program, cause.Detail, label.Name, FlowId.Of(_observer.Flows[index]), 0);
        _mistakes[key] = mistake with { Count = mistake.Count + 1 };
    }

    /// <returns>The index of the flow that began nearest to the label, or -1.</returns>
    int Nearest(Label label, List<int> flows)
    {
        var (from, to) = (0, flows.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (_observer.Flows[flows[middle]].First < label.First) from = middle + 1;
            else to = middle;
        }

        if (from == flows.Count) return flows.Count == 0 ? -1 : flows[^1];
        if (from == 0) return flows[0];
        var before = label.First.Since(_observer.Flows[flows[from - 1]].First);
        var after = _observer.Flows[flows[from]].First.Since(label.First);
        return before < after ? flows[from - 1] : flows[from];
    }
}

/// <summary>Verdicts that are wrong in the same way.</summary>
/// <param name="Detail">Of the example, as are name (as labelled; null when it is not known) and flow (its id).</param>
sealed record Mistake(CauseKind Label, CauseKind Found, string? Program, string? FoundProgram, string Detail, string? Name, string Flow, long Count);
