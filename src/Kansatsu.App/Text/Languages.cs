namespace Kansatsu.App.Text;

/// <summary>Which language the user reads.</summary>
static class Languages
{
    public static bool TryParse(string text, out Language language)
    {
        language = text is "ja" or "japanese" or "日本語" ? Language.Japanese : Language.English;
        return language == Language.Japanese || text is "en" or "english";
    }

    /// <summary>As asked with --lang; else by LC_ALL, LC_MESSAGES, LANG, the first of them that is set (POSIX).</summary>
    public static Language Choose(string? asked, Terminal terminal)
    {
        if (asked is not null && TryParse(asked, out var language)) return language;
        foreach (var name in (ReadOnlySpan<string>)["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (terminal.Environment(name) is { Length: > 0 } locale)
                return locale.StartsWith("ja", StringComparison.Ordinal) ? Language.Japanese : Language.English;
        }

        return Language.English;
    }
}
