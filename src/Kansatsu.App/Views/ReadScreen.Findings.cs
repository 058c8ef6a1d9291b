using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Views;

/// <summary>The middle of the screen: what moved between the families, what is broken, what is on a list.</summary>
sealed partial class ReadScreen
{
    const int FindingsShown = 8;
    const int NamesShown = 4;

    void WriteFindings()
    {
        var findings = _observer.Findings.All;
        if (findings.Count == 0) return;
        Label(Say("Findings", "発見"));
        // Updates that fail are told with what they fail at; a broken name whose updates fail is told once.
        var serious = findings.Where(f => f.Severity >= Severity.Notice && !IsToldOtherwise(f, findings)).ToList();
        foreach (var finding in serious.Take(FindingsShown)) WriteFinding(finding);
        More(serious.Count - FindingsShown);
        foreach (var group in findings.Where(f => f.Severity < Severity.Notice).GroupBy(f => f.Name, StringComparer.Ordinal)) WriteGroup(group.Key, [.. group]);
    }

    static bool IsToldOtherwise(Finding finding, IReadOnlyList<Finding> all) =>
        finding.Name == FindingNames.Ipv6Broken && all.Any(f => f.Name == FindingNames.UpdatesFailing && f.Subject.EndsWith(": " + finding.Subject, StringComparison.Ordinal));

    void WriteFinding(Finding finding)
    {
        page.Text("  ").Text(DisplayWidth.PadRight(finding.Name, 27), FindingText.StyleOf(finding.Severity));
        var indent = "";
        foreach (var line in DisplayWidth.Wrap(FindingText.In(finding.Says, request), TextWidth - 29))
        {
            page.Text(indent).Line(line);
            indent = new string(' ', 29);
        }
    }

    void WriteGroup(string name, IReadOnlyList<Finding> group)
    {
        page.Text("  ").Text(DisplayWidth.PadRight(name, 27), FindingText.StyleOf(group[0].Severity));
        var order = new int[group.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => group[a].Times != group[b].Times ? group[b].Times.CompareTo(group[a].Times) : a.CompareTo(b));
        var subjects = new List<string>();
        for (var i = 0; i < Math.Min(order.Length, NamesShown); i++) subjects.Add(NameText.Escape(group[order[i]].Subject));
        var rest = group.Count - NamesShown;
        page.Text(Say($"{group.Count}: ", $"{group.Count} 件: ")).Text(DisplayWidth.Cut(string.Join(", ", subjects), TextWidth - 44)).Line(rest > 0 ? Say($" and {rest} more", $" ほか {rest} 件") : "");
    }
}
