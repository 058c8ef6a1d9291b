using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Lower-case names of what flows carry, each made once; empty when nothing was recognised.</summary>
public static class ApplicationNames
{
    static readonly string[] s_names = [.. Enumerable.Range(0, 256).Select(static k => k == (int)LayerKind.None ? "" : LayerNames.Short((LayerKind)k).ToLowerInvariant())];

    /// <summary><see cref="LayerKind.None"/> for a name that nothing has.</summary>
    public static LayerKind Find(string name) => (LayerKind)Math.Max(0, Array.IndexOf(s_names, name));

    public static string Of(LayerKind kind) => s_names[(byte)kind];
}
