namespace Kansatsu.App.Text;

/// <summary>Phrases with a number in them.</summary>
static class Phrases
{
    public static string Packets(long count, Language language) =>
        language == Language.Japanese ? $"{Quantity.Count(count)} パケット" : count == 1 ? "1 packet" : $"{Quantity.Count(count)} packets";

    public static string Reports(long count, Language language) =>
        language == Language.Japanese ? $"参加の報告 {Quantity.Count(count)}" : count == 1 ? "1 report of membership" : $"{Quantity.Count(count)} reports of membership";
}
