using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.Store;

namespace Kansatsu.App;

/// <summary>The program: arguments in, an exit code out. <see cref="Run"/> is the whole of it, so tests run it in their own process.</summary>
static class Program
{
    public static int Main(string[] args)
    {
        // More than a verb: there is something to read.
        if (args.Length > 1) HeadStart.Begin();
        return Run(args, Terminal.OfProcess());
    }

    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        try
        {
            return CommandLine.Run(args, terminal);
        }
        catch (IOException e) when (IsClosedPipe(e))
        {
            // Whoever read our output has seen enough (`| head`).
            return ExitCode.Done;
        }
        catch (StoreException e)
        {
            terminal.Error.WriteLine("kansatsu: " + Wire.WireText.Escape(e.Message));
            return ExitCode.Unavailable;
        }
        catch (Exception e)
        {
            // Nothing should come here. If something does, it is our fault, and a stack trace helps nobody but us.
            Say(terminal, e);
            return ExitCode.Incomplete;
        }
    }

    /// <summary>EPIPE on Unix, ERROR_NO_DATA and ERROR_BROKEN_PIPE on Windows.</summary>
    static bool IsClosedPipe(IOException e) => (e.HResult & 0xffff) is 32 or 232 or 109 || e.HResult == 32;

    static void Say(Terminal terminal, Exception e)
    {
        try
        {
            if (terminal.Environment("KANSATSU_TRACE") is { Length: > 0 }) terminal.Error.WriteLine(e);
            else terminal.Error.WriteLine($"kansatsu: stopped by an unforeseen {e.GetType().Name}: {Wire.WireText.Escape(e.Message)}; please report it with the command you gave");
        }
        catch (IOException)
        {
            // Nobody is left to tell.
        }
    }
}
