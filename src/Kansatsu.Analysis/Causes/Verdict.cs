namespace Kansatsu.Analysis;

/// <summary>What a rule concludes about a flow. Sentences and evidence are only made when somebody wants to read them.</summary>
struct Verdict(List<Evidence>? evidence)
{
    readonly List<Evidence>? _evidence = evidence;

    public CauseKind Kind { get; private set; }

    public Confidence Confidence { get; private set; }

    public string Detail { get; private set; } = "";

    /// <summary>The program that did it; null when nothing tells.</summary>
    public string? Program { get; private set; }

    /// <summary>One word of the catalogue.</summary>
    public string? Purpose { get; private set; }

    /// <summary>Evidence is wanted: interpolated sentences are worth their allocation.</summary>
    public readonly bool WantsWords => _evidence is not null;

    /// <summary>The rule's conclusion; true, so that a rule can end with it.</summary>
    public bool Is(CauseKind kind, Confidence confidence, string detail)
    {
        (Kind, Confidence, Detail) = (kind, confidence, detail);
        return true;
    }

    public void By(string? program, string? purpose) => (Program, Purpose) = (program, purpose);

    /// <summary>A fact behind the conclusion, strongest first.</summary>
    /// <param name="frame">The frame it rests on; 0 when the fact is an absence.</param>
    public readonly void Because(string rung, string says, uint frame = 0, uint secondFrame = 0)
    {
        if (_evidence is null) return;
        List<long> frames = [];
        if (frame != 0) frames.Add(frame);
        if (secondFrame != 0 && secondFrame != frame) frames.Add(secondFrame);
        _evidence.Add(new Evidence(rung, says, frames));
    }
}
