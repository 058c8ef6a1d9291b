using System.Text;

namespace Kansatsu.App.Exporting;

/// <summary>
/// Numbers for findings, which Suricata's readers group alerts by. They come from the name alone, so a new finding changes no other's number.
/// </summary>
static class EveSignatures
{
    /// <summary>Stands for Kansatsu where Suricata's own rules have 1.</summary>
    public const int Generator = 6464;

    const uint First = 64_000_000;
    const uint Room = 1_000_000;

    public static uint Of(string finding)
    {
        var hash = 0x811c_9dc5u;
        foreach (var b in Encoding.UTF8.GetBytes(finding)) hash = (hash ^ b) * 0x0100_0193;
        return First + (hash % Room);
    }
}
