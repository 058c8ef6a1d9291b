namespace Kansatsu.App;

/// <summary>What the program's exit codes mean (docs/reference/cli.md).</summary>
static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something could not be read; what could be was, and the rest is named.</summary>
    public const int Incomplete = 1;

    public const int Usage = 2;

    /// <summary>Not permitted or not available; nothing was read.</summary>
    public const int Unavailable = 3;
}
