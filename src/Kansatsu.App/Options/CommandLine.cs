using System.CommandLine;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Options;

/// <summary>From arguments to a verb that runs: parsing, help, and answers to what was mistyped.</summary>
static class CommandLine
{
    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        var options = new OptionSet();
        // No RootCommand: that looks for the name of the program's file, and brings options that are replaced here.
        var root = new Command("kansatsu");
        root.Options.Add(options.Version);
        foreach (var option in options.Common) root.Options.Add(option);
        Command? called = null;
        if (args.Count > 0 && args[0] == "help") args = [.. args.Skip(1), "--help"];
        var verb = args.Select(Find).FirstOrDefault(v => v is not null);
        if (verb is not null) root.Subcommands.Add(called = Build(verb, options));

        var parsed = root.Parse(args);
        var language = Languages.Choose(parsed.GetValue(options.Language), terminal);
        if (parsed.GetValue(options.Version)) return PrintVersion(terminal);
        if (parsed.CommandResult.Command != called) verb = null;
        if (args.Count > 0 && !args[0].StartsWith('-') && Find(args[0]) is null) return Unknown(args[0], terminal);
        if (args.Count == 0 || parsed.GetValue(options.Help)) return Help.Print(verb, terminal, language);
        if (parsed.Errors.Count > 0) return Mistyped(parsed, verb, options, terminal);
        if (verb is null) return Help.Print(null, terminal, language);

        var reader = new RequestReader([.. args], parsed, options, terminal);
        return reader.TryRead(verb, language, out var request) ? verb.Run(request, terminal) : Complain(terminal, reader.Problem, verb, reader.ExitCode);
    }

    static Command Build(Verb verb, OptionSet options)
    {
        var command = new Command(verb.Name);
        if (verb.TakesFiles) command.Arguments.Add(options.Files);
        foreach (var option in options.Of(verb.Takes)) command.Options.Add(option);
        return command;
    }

    static Verb? Find(string word) => Verbs.All.FirstOrDefault(v => v.Name == word);

    static int Unknown(string word, Terminal terminal)
    {
        var text = $"there is no verb '{WireText.Escape(word)}'";
        if (File.Exists(word)) text += $"; to read that file: kansatsu read {WireText.Escape(word)}";
        else if (Suggestion.For(word, Verbs.All.Select(v => v.Name)) is { } near) text += $"; did you mean '{near}'?";
        return Complain(terminal, text, null);
    }

    static int Mistyped(ParseResult parsed, Verb? verb, OptionSet options, Terminal terminal)
    {
        var wrong = parsed.UnmatchedTokens.FirstOrDefault(t => t.StartsWith('-') && t.Length > 1)
            ?? parsed.CommandResult.Tokens.Select(t => t.Value).FirstOrDefault(t => t.StartsWith('-') && t.Length > 1);
        return Complain(terminal, wrong is null ? WireText.Escape(parsed.Errors[0].Message.TrimEnd('.')) : NoSuchOption(wrong, verb, options), verb);
    }

    public static string NoSuchOption(string typed, Verb? verb, OptionSet options)
    {
        var known = options.Common.Concat(options.Of(verb?.Takes ?? VerbOptions.None)).Select(o => o.Name);
        var near = Suggestion.For(typed.Split('=')[0], known);
        return $"there is no option '{WireText.Escape(typed)}'" + (near is null ? "" : $"; did you mean '{near}'?");
    }

    static int Complain(Terminal terminal, string what, Verb? verb, int code = ExitCode.Usage)
    {
        var help = verb is null ? "kansatsu --help" : $"kansatsu {verb.Name} --help";
        terminal.Error.WriteLine($"kansatsu: {what} (see {help})");
        return code;
    }

    static int PrintVersion(Terminal terminal)
    {
        using var output = new StreamWriter(terminal.Output, leaveOpen: true);
        output.WriteLine($"kansatsu {typeof(CommandLine).Assembly.GetName().Version?.ToString(3)}");
        return ExitCode.Done;
    }
}
