using Kansatsu.Analysis;

namespace Kansatsu.App.Text;

/// <summary>
/// The sentence of a cause in the user's language. The rules write English, which JSON keeps; Japanese comes from a table of constant sentences, from
/// templates, and, for phrases of the software catalogue, from their purpose, with the phrase itself behind it. What none knows stays English.
/// </summary>
sealed class DetailWords(Language language, SoftwareCatalogue? catalogue)
{
    Dictionary<string, string>? _purposes;

    /// <summary>A constant sentence of a rule has its Japanese.</summary>
    public static bool Knows(string sentence) => DetailSentences.Japanese(sentence) is not null;

    /// <param name="detail">As the cause has it; not escaped, and neither is what comes back.</param>
    public string Of(string detail) => language == Language.Japanese && detail.Length > 0 ? Japanese(detail) : detail;

    string Japanese(string detail) => DetailSentences.Japanese(detail) ?? DetailTemplates.Japanese(detail, PartOf) ?? Catalogued(detail) ?? detail;

    /// <summary>Parts are sentences, phrases of the catalogue, or names, which stay as they are.</summary>
    string PartOf(string part) => DetailSentences.Japanese(part) ?? Catalogued(part) ?? part;

    /// <summary>Program: phrase.</summary>
    string? Catalogued(string detail)
    {
        var colon = detail.IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 0) return null;
        var phrase = detail[(colon + 2)..];
        return Purposes().TryGetValue(phrase, out var purpose) ? $"{detail[..colon]}: {purpose}({phrase})" : null;
    }

    Dictionary<string, string> Purposes()
    {
        if (_purposes is not null) return _purposes;
        _purposes = new(StringComparer.Ordinal);
        foreach (var entry in (catalogue ?? new SoftwareCatalogue()).Entries)
            if (PurposeWords.Japanese(entry.Purpose) is { } purpose) _purposes.TryAdd(entry.What, purpose);
        return _purposes;
    }
}
