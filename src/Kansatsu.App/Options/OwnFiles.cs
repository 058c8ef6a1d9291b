using System.CommandLine;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Options;

/// <summary>What the user brings besides captures: journal, catalogue, owners, lists, and marked spans of time.</summary>
sealed class OwnFiles(ParseResult parsed, OptionSet options)
{
    readonly List<string> _warnings = [];

    public string Problem { get; private set; } = "";

    /// <summary>The problem is a file that cannot be had, not a mistyped option.</summary>
    public bool IsUnavailable { get; private set; }

    public ActionJournal? Actions { get; private set; }

    public SoftwareCatalogue? Catalogue { get; private set; }

    public Labels? Labels { get; private set; }

    public List<Window> Windows { get; } = [];

    public OwnerTable? Owners { get; private set; }

    public Blocklist? Blocklist { get; private set; }

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The options again, for a further call.</summary>
    public string Again { get; private set; } = "";

    public bool TryRead(Clock clock, Verb verb) =>
        TryEach(options.Actions, [parsed.GetValue(options.Actions)], ReadActions) && TryEach(options.Catalogue, parsed.GetValue(options.Catalogue), ReadCatalogue)
        && TryEach(options.Owners, [parsed.GetValue(options.Owners)], ReadOwners) && TryEach(options.Blocklist, parsed.GetValue(options.Blocklist), ReadBlocklist)
        && ((verb.Takes & VerbOptions.Labels) == 0 || TryEach(options.Labels, [parsed.GetValue(options.Labels)], ReadLabels)) && TryWindows(clock);

    void ReadActions(TextReader reader, string path)
    {
        Actions = ActionJournal.Read(reader);
        foreach (var problem in Actions.Problems) _warnings.Add($"{path}: {problem}");
    }

    void ReadLabels(TextReader reader, string path)
    {
        Labels = Labels.Read(reader);
        foreach (var problem in Labels.Problems) _warnings.Add($"{path}: {problem}");
    }

    void ReadCatalogue(TextReader reader, string path)
    {
        Catalogue ??= new SoftwareCatalogue();
        foreach (var problem in Catalogue.Add(reader)) _warnings.Add($"{path}: {problem}");
    }

    void ReadOwners(TextReader reader, string path)
    {
        (Owners, var problems) = OwnerTable.Read(reader);
        foreach (var problem in problems) _warnings.Add($"{path}: {problem}");
    }

    void ReadBlocklist(TextReader reader, string path)
    {
        Blocklist ??= new Blocklist();
        Blocklist.Add(reader);
    }

    bool TryEach(Option option, string?[]? paths, Action<TextReader, string> read)
    {
        foreach (var path in paths ?? [])
            if (path is not null && !TryOne(option, path, read)) return false;
        return true;
    }

    bool TryOne(Option option, string path, Action<TextReader, string> read)
    {
        try
        {
            using var reader = new StreamReader(path);
            read(reader, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why = e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
                : Directory.Exists(path) ? "that is a folder; name a file" : "it cannot be read; check its permissions";
            IsUnavailable = true;
            Problem = $"{option.Name} '{WireText.Escape(path)}': {why}";
            return false;
        }

        Again += $" {option.Name} {ShellWord.Quote(path)}";
        return true;
    }

    bool TryWindows(Clock clock)
    {
        foreach (var text in parsed.GetValue(options.Window) ?? [])
        {
            var equals = text.IndexOf('=');
            var ends = text[(equals + 1)..].Split('/');
            if (equals < 1 || ends.Length != 2 || !Moment.TryParse(ends[0], clock, out var from) || !Moment.TryParse(ends[1], clock, out var to)
                || from.IsTimeOfDay || to.IsTimeOfDay || to.Time <= from.Time)
            {
                Problem = $"--window '{WireText.Escape(text)}': use NAME=FROM/TO with dates, such as day=2011-06-08T09:00/2011-06-09T09:00";
                return false;
            }

            Windows.Add(new Window(text[..equals], from.Time, to.Time));
            Again += $" --window {ShellWord.Quote(text)}";
        }

        return true;
    }
}
