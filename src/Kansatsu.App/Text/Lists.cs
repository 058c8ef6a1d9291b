namespace Kansatsu.App.Text;

static class Lists
{
    /// <summary>The first few, and how many more there are.</summary>
    public static string Join<T>(IReadOnlyList<T> items, int most)
    {
        var first = new string?[Math.Min(most, items.Count)];
        for (var i = 0; i < first.Length; i++) first[i] = items[i]?.ToString();
        var text = string.Join(", ", first);
        return items.Count > most ? $"{text} +{items.Count - most}" : text;
    }
}
