namespace Kansatsu.App.Text;

static class Lists
{
    /// <summary>The first few, and how many more there are.</summary>
    public static string Join<T>(IReadOnlyList<T> items, int most)
    {
        var text = string.Join(", ", items.Take(most));
        return items.Count > most ? $"{text} +{items.Count - most}" : text;
    }
}
