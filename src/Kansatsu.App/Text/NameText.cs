using Kansatsu.Wire;

namespace Kansatsu.App.Text;

/// <summary>
/// Names made harmless. They come in presentation form (RFC 1035 §5.1), where a backslash already begins an escape, so a backslash stays single;
/// everything else that does not print is escaped as <see cref="WireText"/> does.
/// </summary>
static class NameText
{
    public static string Escape(string name)
    {
        if (!name.Contains('\\')) return WireText.Escape(name);
        return string.Join('\\', name.Split('\\').Select(WireText.Escape));
    }
}
