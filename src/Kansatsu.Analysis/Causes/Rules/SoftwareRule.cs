using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>A program of home acts by itself: by the names that only it asks for, by how it presents itself, or because nobody declared an action.</summary>
sealed class SoftwareRule : CauseRule
{
    public override bool NeedsHome => true;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!context.HomeBegan(flow)) return false;
        var ties = context.Ties;
        var entry = ties.EntryOf(flow);
        var agent = ties.Programs.AgentOf(flow);
        // A name that only an answer to somebody else gave the address proves too little.
        var spoke = flow.NameFrom is NameSource.HttpHost or NameSource.TlsSni or NameSource.QuicSni;
        if (entry is not null && !spoke && ties.LookupOf(flow) < 0) entry = null;
        if (entry is null && agent is null) return ExplainUndeclared(flow, context, ref verdict);
        if (!verdict.WantsWords) return verdict.Is(CauseKind.OwnSoftware, Confidence.Likely, "");

        var known = entry ?? agent!;
        var program = ProgramFor(flow, known, ties, ref verdict);
        verdict.By(program, known.Purpose);
        if (entry is not null) verdict.Because("catalogue", $"{context.NameText(flow.NameId)} is asked for by {string.Join(", ", entry.Programs)}: {entry.What} ({entry.Source})");
        if (agent is not null) verdict.Because("http", $"it calls itself \"{context.AgentText(flow)}\"", context.Request(flow).Frame);
        RetryWords.Tell(flow, context, ref verdict);
        LookupWords.Tell(flow, context, ref verdict);
        return verdict.Is(CauseKind.OwnSoftware, spoke && entry is not null ? Confidence.Certain : Confidence.Likely, $"{program}: {known.What}");
    }

    /// <summary>Of the programs that the catalogue names, the one that the packets speak for.</summary>
    static string ProgramFor(in Flow flow, SoftwareEntry entry, CauseTies ties, ref Verdict verdict)
    {
        if (ties.Programs.Of(flow) is { } direct)
        {
            if (ClientStacks.WordsOf(flow.Stack) is { } words) verdict.Because(flow.NameFrom == NameSource.QuicSni ? "quic" : "tls", $"the greeting is that of {words}", flow.NameFrame);
            return Listed(entry, direct) ?? direct;
        }

        if (ties.Programs.Near(flow, out var byDevice) is not { } near) return entry.Programs[0];
        // A browser may ask for what belongs to another one; that the other one is here and was never seen is less likely.
        if ((Listed(entry, near) ?? (Programs.IsBrowser(entry.Programs[0]) ? near : null)) is not { } listed) return entry.Programs[0];
        verdict.Because("pattern", byDevice ? $"{near} is the only browser seen at this host" : $"the same host used this name with {near}");
        return listed;
    }

    /// <summary>The program under the catalogue's name: Edge and its like are Chromium to the wire.</summary>
    static string? Listed(SoftwareEntry entry, string program)
    {
        foreach (var listed in entry.Programs)
            if (listed == program) return listed;
        if (program != "Chromium") return null;
        foreach (var listed in entry.Programs)
            if (listed is "Edge" or "Brave" or "Opera" or "Vivaldi" or "Android") return listed;
        return null;
    }

    /// <summary>Whoever keeps a journal and did not write it down, did not do it: a program did.</summary>
    static bool ExplainUndeclared(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!context.HasJournal || !flow.HasPorts) return false;
        var programs = context.Ties.Programs;
        var byDevice = false;
        var direct = programs.Of(flow) ?? context.Ties.Actions.ProgramOf(flow);
        var program = direct ?? programs.Near(flow, out byDevice);
        var confidence = direct is not null ? Confidence.Likely : Confidence.Guess;
        if (!verdict.WantsWords) return verdict.Is(CauseKind.OwnSoftware, confidence, "");
        verdict.By(program, null);
        verdict.Because("journal", "the journal of actions says nothing of it");
        if (direct is not null && context.Ties.Actions.ProgramOf(flow) == direct) verdict.Because("tls", $"it greets as {direct} does in declared actions", flow.FirstFrame);
        else if (direct is not null && ClientStacks.WordsOf(flow.Stack) is { } words) verdict.Because("tls", $"the greeting is that of {words}", flow.NameFrame);
        else if (program is not null) verdict.Because("pattern", byDevice ? $"{program} is the only browser seen at this host" : $"the same host used this name with {program}");
        RetryWords.Tell(flow, context, ref verdict);
        LookupWords.Tell(flow, context, ref verdict);
        var name = flow.NameId == 0 ? "" : $" with {context.NameText(flow.NameId)}";
        return verdict.Is(CauseKind.OwnSoftware, confidence, program is null ? $"a program speaks{name} by itself" : $"{program}: speaks{name} by itself, purpose unknown");
    }
}
