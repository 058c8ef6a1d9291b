using System.CommandLine;
using System.Globalization;
using Kansatsu.Analysis;
using Kansatsu.App.Api;
using Kansatsu.App.Diary;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Options;

/// <summary>Checks the values of options and says what is wrong with the first that is.</summary>
sealed class RequestReader(List<string> arguments, ParseResult parsed, OptionSet options, Terminal terminal)
{
    public string Problem { get; private set; } = "";

    public int ExitCode { get; private set; } = App.ExitCode.Usage;

    public bool TryRead(Verb verb, Language language, out Request request)
    {
        request = new Request { Verb = verb, Language = language };
        if (parsed.GetValue(options.Language) is { } asked && !Languages.TryParse(asked, out _)) return Fail("--lang", asked, "it is en or ja");
        if (!TryZone(out var clock) || !TryHome(out var home) || !TryMoments(clock, out var since, out var until)) return false;
        var own = new OwnFiles(parsed, options);
        if (!own.TryRead(clock, verb))
        {
            Problem = own.Problem;
            ExitCode = own.IsUnavailable ? App.ExitCode.Unavailable : App.ExitCode.Usage;
            return false;
        }

        if (!TryLimit(verb, out var limit) || !TryFilter(verb, out var filter) || !TryBins(verb, out var bins) || !TryBudget(verb, out var days, out var bytes)) return false;
        if (!TryServing(verb, out var listen, out var length)) return false;
        var files = verb.TakesFiles ? parsed.GetValue(options.Files) ?? [] : [];
        var end = arguments.IndexOf("--");
        if (files.FirstOrDefault(f => f.StartsWith('-') && f.Length > 1 && (end < 0 || arguments.IndexOf(f) < end)) is { } option)
        {
            Problem = CommandLine.NoSuchOption(option, verb, options);
            return false;
        }

        if (!TryForm(verb, out var form)) return false;
        var store = StorePath(verb);
        if (verb.TakesFiles && (verb.Takes & VerbOptions.Diary) == 0 && files.Length == 0 && (store is null || verb.Name == "read"))
        {
            Problem = $"{verb.Name} needs a capture file, or - for standard input: kansatsu {verb.Examples[0].Arguments}";
            return false;
        }

        var (packets, peers) = ((verb.Takes & VerbOptions.Packets) != 0, (verb.Takes & VerbOptions.Peers) != 0);
        request = request with
        {
            Files = files,
            Home = home,
            Clock = clock,
            Since = since,
            Until = until,
            Limit = limit,
            Actions = own.Actions,
            Labels = own.Labels,
            Catalogue = own.Catalogue,
            Windows = own.Windows,
            Sending = (verb.Takes & VerbOptions.Sending) == 0 ? null : new SendingOptions(
                parsed.GetValue(options.Group), parsed.GetValue(options.Interface), parsed.GetValue(options.Source), parsed.GetValue(options.Script),
                parsed.GetValue(options.Period), parsed.GetValue(options.HopLimit), parsed.GetValue(options.For), parsed.GetValue(options.BeyondLink),
                parsed.GetValue(options.YesBeyondLink)),
            Output = (verb.Takes & VerbOptions.Output) == 0 ? null : parsed.GetValue(options.Output),
            Owners = own.Owners,
            Blocklist = own.Blocklist,
            Warnings = own.Warnings,
            Filter = filter,
            Store = store,
            Week = form is not null && parsed.GetValue(options.Week),
            Form = form ?? default,
            BudgetDays = days,
            BudgetBytes = bytes,
            Listen = listen,
            For = length,
            Bins = bins,
            WithoutOwn = peers && parsed.GetValue(options.WithoutOwn),
            Reverse = peers && parsed.GetValue(options.Reverse),
            Json = parsed.GetValue(options.Json),
            Quiet = parsed.GetValue(options.Quiet),
            Color = terminal.OutputIsScreen && !parsed.GetValue(options.NoColor) && terminal.Environment("NO_COLOR") is not { Length: > 0 },
            Detailed = packets && parsed.GetValue(options.Detailed),
            CalledAs = terminal.Environment("KANSATSU_CALLED_AS") is { Length: > 0 } called ? ShellWord.Quote(called) : "kansatsu",
            Again = AgainHome(home) + own.Again + (parsed.GetValue(options.Zone) is null ? "" : $" --tz {clock.Zone.Id}"),
            OnePass = packets && parsed.GetValue(options.OnePass),
        };
        return true;
    }

    static string AgainHome(IReadOnlyList<Ipv6Prefix> home)
    {
        var text = "";
        foreach (var prefix in home) text += $" --home {prefix}";
        return text;
    }

    bool Fail(string option, string value, string why)
    {
        Problem = $"{option} '{WireText.Escape(value)}': {why}";
        return false;
    }

    bool TryZone(out Clock clock)
    {
        clock = new Clock(TimeZoneInfo.Utc);
        var name = parsed.GetValue(options.Zone) ?? "local";
        if (!Clock.TryFindZone(name, out var zone))
            return Fail("--tz", name, "no such time zone; use a name such as Asia/Tokyo, UTC, local, or an offset such as +09:00");
        clock = new Clock(zone);
        return true;
    }

    /// <summary>The runtime also takes 10 and 1.2.3 for addresses; here they are rather mistakes.</summary>
    static bool TryPrefix(string text, out Ipv6Prefix prefix)
    {
        prefix = default;
        return (text.Contains(':') || text.AsSpan().Count('.') == 3) && Ipv6Prefix.TryParse(text, out prefix);
    }

    bool TryHome(out List<Ipv6Prefix> home)
    {
        home = [];
        foreach (var text in parsed.GetValue(options.Home) ?? [])
        {
            if (!TryPrefix(text, out var prefix)) return Fail("--home", text, "use a prefix such as 2001:db8::/64 or 192.0.2.0/24, or an address");
            home.Add(prefix);
        }

        return true;
    }

    bool TryMoments(Clock clock, out Moment? since, out Moment? until)
    {
        until = null;
        return TryMoment(options.Since, clock, out since) && TryMoment(options.Until, clock, out until);
    }

    bool TryMoment(Option<string?> option, Clock clock, out Moment? moment)
    {
        moment = null;
        if (parsed.GetValue(option) is not { } text) return true;
        if (!Moment.TryParse(text, clock, out var read))
            return Fail(option.Name, text, "use a time such as 09:13, 2008-06-14T09:13:28 or 2008-06-14T00:13:28Z");
        moment = read;
        return true;
    }

    bool TryLimit(Verb verb, out long? limit)
    {
        limit = null;
        if ((verb.Takes & VerbOptions.Limit) == 0 || parsed.GetValue(options.Limit) is not { } text) return true;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Fail("--limit", text, "use a number; 0 = all");
        limit = number == 0 ? null : number;
        return true;
    }

    bool TryFilter(Verb verb, out FlowFilter filter)
    {
        filter = FlowFilter.Everything;
        if ((verb.Takes & VerbOptions.FlowFilter) == 0) return true;
        filter = new FlowFilter { Name = parsed.GetValue(options.Name), Protocol = parsed.GetValue(options.Protocol) };
        if (parsed.GetValue(options.Cause) is { } cause)
        {
            if (!TryCause(cause, out var kind)) return Fail("--cause", cause, CauseHint(cause));
            filter = filter with { Cause = kind };
        }

        if (parsed.GetValue(options.Peer) is { } peer)
        {
            if (!TryPrefix(peer, out var prefix)) return Fail("--peer", peer, "use an address or a prefix such as 2001:db8::/32");
            filter = filter with { Peer = prefix };
        }

        if (parsed.GetValue(options.Port) is { } port)
        {
            if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Fail("--port", port, "use 0 to 65535");
            filter = filter with { Port = number };
        }

        if (parsed.GetValue(options.Family) is { } family)
        {
            if (family is not ("4" or "6")) return Fail("--family", family, "it is 4 or 6");
            filter = filter with { Family = family[0] - '0' };
        }

        return true;
    }

    /// <summary>Null for a verb that has none.</summary>
    bool TryForm(Verb verb, out DiaryForm? form)
    {
        form = null;
        if ((verb.Takes & VerbOptions.Diary) == 0) return true;
        var word = parsed.GetValue(options.Form) ?? "text";
        form = word switch { "text" => DiaryForm.Text, "md" or "markdown" => DiaryForm.Markdown, "html" => DiaryForm.Html, _ => null };
        return form is not null || Fail("--form", word, "it is text, md or html");
    }

    /// <summary>Null = no store was asked for.</summary>
    string? StorePath(Verb verb)
    {
        if ((verb.Takes & VerbOptions.Store) == 0) return null;
        if (parsed.GetValue(options.Store) is { Length: > 0 } path) return path;
        var isAsked = parsed.GetResult(options.Store) is { Implicit: false };
        return isAsked || (verb.Takes & VerbOptions.Budget) != 0 ? StorePlace.Usual(terminal) : null;
    }

    bool TryBudget(Verb verb, out int? days, out long? bytes)
    {
        (days, bytes) = (null, null);
        if ((verb.Takes & VerbOptions.Budget) == 0) return true;
        if (parsed.GetValue(options.Days) is { } asked)
        {
            if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 or > 36500) return Fail("--days", asked, "use 1 to 36500");
            days = number;
        }

        if (parsed.GetValue(options.Budget) is not { } size) return true;
        if (!StorePlace.TryParseBytes(size, out var read)) return Fail("--bytes", size, "use a size such as 500M, 8G, 1T; at least 1M");
        bytes = read;
        return true;
    }

    bool TryServing(Verb verb, out Listening? listen, out TimeSpan? length)
    {
        (listen, length) = (null, null);
        if ((verb.Takes & VerbOptions.Serving) == 0) return true;
        listen = Listening.Usual;
        if (parsed.GetValue(options.Listen) is { } where && !Listening.TryParse(where, out listen)) return Fail("--listen", where, "use an address and a port such as 127.0.0.1:8086, [::1]:8086, or a port alone");
        if (parsed.GetValue(options.For) is not { } text) return true;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > 1e8) return Fail("--for", text, "use seconds");
        length = TimeSpan.FromSeconds(seconds);
        return true;
    }

    bool TryBins(Verb verb, out Bins? bins)
    {
        bins = null;
        if ((verb.Takes & VerbOptions.Timeline) == 0) return true;
        long? length = null;
        if (parsed.GetValue(options.Bin) is { } text)
        {
            if (!Bins.TryParseLength(text, out var read)) return Fail("--bin", text, "use a length from 1ms to 366d, such as 500ms, 10s, 1m, 1h, 1d");
            length = read;
        }

        var packets = parsed.GetValue(options.Packets);
        if (packets && parsed.GetValue(options.Bytes))
        {
            Problem = "--bytes and --packets: choose one";
            return false;
        }

        bins = new Bins(length, packets);
        return true;
    }

    public static bool TryCause(string text, out CauseKind kind)
    {
        foreach (var candidate in Enum.GetValues<CauseKind>())
        {
            kind = candidate;
            if (CauseNames.Of(candidate).Equals(text, StringComparison.OrdinalIgnoreCase)) return true;
        }

        kind = default;
        return false;
    }

    static string CauseHint(string typed)
    {
        var names = Enum.GetValues<CauseKind>().Select(CauseNames.Of).ToArray();
        return Suggestion.For(typed, names) is { } near ? $"did you mean {near}?" : "use one of " + string.Join(", ", names);
    }
}
