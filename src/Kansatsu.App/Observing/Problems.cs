using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>What could not be read, one line each, and the exit code that follows.</summary>
static class Problems
{
    /// <returns>3 when nothing could be opened at all, 1 when a part could not be read, else 0.</returns>
    public static int Report(IReadOnlyList<CaptureFile> files, Terminal terminal)
    {
        var (found, barred) = (0, 0);
        foreach (var file in files)
        {
            if (Of(file) is not { } problem) continue;
            found++;
            if (IsBarred(problem.Kind)) barred++;
            terminal.Error.WriteLine("kansatsu: " + WireText.Escape(problem.ToString()));
        }

        if (found == 0) return ExitCode.Done;
        return barred == files.Count ? ExitCode.Unavailable : ExitCode.Incomplete;
    }

    /// <summary>What kept a file from being understood; a link type that nothing here reads counts too.</summary>
    public static SensorProblem? Of(CaptureFile file)
    {
        if (file.Problem is { } problem) return problem;
        foreach (var type in file.LinkTypes)
        {
            if (LinkTypeNames.IsKnown(type)) continue;
            return new SensorProblem(ProblemKind.UnsupportedVersion, file.Name,
                $"link type {(int)type} is not read here, its {file.Frames} frames were only counted", null, "capture on a network interface, or convert the file");
        }

        return null;
    }

    static bool IsBarred(ProblemKind kind) =>
        kind is ProblemKind.NotFound or ProblemKind.NotPermitted or ProblemKind.IsDirectory;
}
