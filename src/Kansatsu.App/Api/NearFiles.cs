namespace Kansatsu.App.Api;

/// <summary>Files that come with the program: beside it, or in the repository that it was built in.</summary>
static class NearFiles
{
    /// <summary>The pages; null when they are not built.</summary>
    public static string? Pages => FolderOf("web", "assets") ?? FolderOf(Path.Combine("artifacts", "web"), "assets");

    /// <summary>The captures of the demonstration.</summary>
    public static string? Samples => FolderOf("samples", "2008-06-14-eew.pcapng");

    static string? FolderOf(string folder, string file)
    {
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
            if (Path.Exists(Path.Combine(at, folder, file))) return Path.Combine(at, folder);
        return null;
    }
}
