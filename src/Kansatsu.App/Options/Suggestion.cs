namespace Kansatsu.App.Options;

/// <summary>What a mistyped word was probably meant to be.</summary>
static class Suggestion
{
    const int LongestWord = 32;

    /// <returns>The nearest known word, or null when none is near.</returns>
    public static string? For(string typed, IEnumerable<string> known)
    {
        if (typed.Length > LongestWord) return null;
        string? best = null;
        var nearest = (typed.Length / 3) + 2;
        foreach (var word in known)
        {
            var distance = word.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(typed, word);
            if (distance < nearest) (best, nearest) = (word, distance);
        }

        return best;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.</summary>
    static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
