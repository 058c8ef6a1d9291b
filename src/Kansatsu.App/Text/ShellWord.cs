using Kansatsu.Wire;

namespace Kansatsu.App.Text;

/// <summary>A word of a command that the user may copy into a shell.</summary>
static class ShellWord
{
    public static string Quote(string word)
    {
        var escaped = WireText.Escape(word);
        return escaped.AsSpan().IndexOfAny(" '\"\\$&;|<>()*?") < 0 ? escaped : $"'{escaped.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
