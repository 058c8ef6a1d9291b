using System.CommandLine;

namespace Kansatsu.App.Options;

/// <summary>
/// Every option of the program, each declared once and made only for the verb that is called. All take text; <see cref="RequestReader"/> checks it,
/// so that a wrong value is answered in our words.
/// </summary>
sealed class OptionSet
{
    public Argument<string[]> Files { get; } = new("FILE") { Arity = ArgumentArity.ZeroOrMore };

    public Option<bool> Help { get; } = new("--help", "-h", "-?") { Recursive = true };

    public Option<bool> Version { get; } = new("--version");

    public Option<bool> Json { get; } = new("--json") { Recursive = true };

    public Option<string[]> Home { get; } = new("--home") { Recursive = true };

    public Option<string?> Zone { get; } = new("--tz") { Recursive = true };

    public Option<string?> Language { get; } = new("--lang") { Recursive = true };

    public Option<bool> NoColor { get; } = new("--no-color") { Recursive = true };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Recursive = true };

    public Option<string?> Since { get; } = new("--since") { Recursive = true };

    public Option<string?> Until { get; } = new("--until") { Recursive = true };

    public Option<string?> Actions { get; } = new("--actions") { Recursive = true };

    public Option<string[]> Catalogue { get; } = new("--catalogue") { Recursive = true };

    public Option<string[]> Window { get; } = new("--window") { Recursive = true };

    public Option<string?> Owners { get; } = new("--owners") { Recursive = true };

    public Option<string[]> Blocklist { get; } = new("--blocklist") { Recursive = true };

    public Option<string?> Limit { get; } = new("--limit", "-n");

    public Option<bool> Detailed { get; } = new("-x", "--layers");

    public Option<bool> OnePass { get; } = new("--one-pass");

    public Option<string?> Labels { get; } = new("--labels");

    public Option<string?> Cause { get; } = new("--cause");

    public Option<string?> Peer { get; } = new("--peer");

    public Option<string?> Name { get; } = new("--name");

    public Option<string?> Port { get; } = new("--port");

    public Option<string?> Protocol { get; } = new("--protocol");

    public Option<string?> Family { get; } = new("--family");

    public Option<bool> WithoutOwn { get; } = new("--without-own");

    public Option<bool> Reverse { get; } = new("--reverse");

    public Option<string?> Bin { get; } = new("--bin");

    public Option<bool> Bytes { get; } = new("--bytes");

    public Option<bool> Packets { get; } = new("--packets");

    public Option<string?> Group { get; } = new("--group");

    public Option<string?> Interface { get; } = new("--interface", "-i");

    public Option<string?> Source { get; } = new("--source");

    public Option<string?> Script { get; } = new("--script");

    public Option<string?> Period { get; } = new("--period");

    public Option<string?> HopLimit { get; } = new("--hop-limit");

    public Option<string?> For { get; } = new("--for");

    public Option<bool> BeyondLink { get; } = new("--beyond-link");

    /// <summary>Without a value it means the usual place.</summary>
    public Option<string?> Store { get; } = new("--store") { Arity = ArgumentArity.ZeroOrOne };

    public Option<bool> Week { get; } = new("--week");

    public Option<string?> Form { get; } = new("--form");

    public Option<string?> Days { get; } = new("--days");

    public Option<string?> Budget { get; } = new("--bytes");

    public Option<string?> Listen { get; } = new("--listen");

    public Option<bool> YesBeyondLink { get; } = new("--yes-beyond-link");

    public Option<string?> Output { get; } = new("--output", "-o");

    public IEnumerable<Option> Common => [Help, Json, Home, Zone, Language, NoColor, Quiet, Since, Until, Actions, Catalogue, Window, Owners, Blocklist];

    public IEnumerable<Option> Of(VerbOptions takes)
    {
        if ((takes & VerbOptions.Limit) != 0) yield return Limit;
        if ((takes & VerbOptions.Output) != 0) yield return Output;
        if ((takes & VerbOptions.Labels) != 0) yield return Labels;
        if ((takes & VerbOptions.Store) != 0) yield return Store;
        if ((takes & VerbOptions.Budget) != 0)
        {
            yield return Days;
            yield return Budget;
        }

        if ((takes & VerbOptions.Diary) != 0)
        {
            yield return Week;
            yield return Form;
        }

        if ((takes & VerbOptions.Packets) != 0)
        {
            yield return Detailed;
            yield return OnePass;
        }

        if ((takes & VerbOptions.Peers) != 0)
        {
            yield return WithoutOwn;
            yield return Reverse;
        }

        if ((takes & VerbOptions.Timeline) != 0)
        {
            yield return Bin;
            yield return Bytes;
            yield return Packets;
        }

        if ((takes & VerbOptions.Sending) != 0)
            foreach (var option in (Option[])[Group, Interface, Source, Script, Period, HopLimit, For, BeyondLink, YesBeyondLink]) yield return option;
        if ((takes & VerbOptions.Serving) != 0)
        {
            yield return Listen;
            yield return For;
        }

        if ((takes & VerbOptions.FlowFilter) == 0) yield break;
        yield return Cause;
        yield return Peer;
        yield return Name;
        yield return Port;
        yield return Protocol;
        yield return Family;
    }
}
