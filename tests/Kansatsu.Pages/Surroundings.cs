using Kansatsu.App.Api;

namespace Kansatsu.Pages;

/// <summary>What these tests find on the machine.</summary>
static class Surroundings
{
    static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    /// <summary>KANSATSU_CHROMIUM, or the first browser of that family on the path.</summary>
    public static string? Chromium { get; } = Environment.GetEnvironmentVariable("KANSATSU_CHROMIUM") is { Length: > 0 } given ? given : OnPath();

    public static string? Missing =>
        Chromium is null ? "no Chromium was found; install it (Debian: apt install chromium) or name it with KANSATSU_CHROMIUM"
        : NearFiles.Pages is null ? "the pages are not built; Node.js 20 builds them: ./test, or npm ci && npm run build in web/"
        : null;

    static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => s_names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
