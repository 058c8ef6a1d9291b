using System.Net;
using Microsoft.Win32.SafeHandles;

namespace Kansatsu.App;

/// <summary>What the program talks to: its output, its error stream, and what is known of the screen behind them. Tests bring their own.</summary>
sealed class Terminal
{
    const int DefaultWidth = 100;
    const int UnixStandardOutput = 1;

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Opens what "-" stands for.</summary>
    public Func<Stream> Input { get; init; } = static () => Stream.Null;

    /// <summary>A person looks at the output, so colour helps.</summary>
    public bool OutputIsScreen { get; init; }

    /// <summary>A person looks at the error stream, so a progress bar helps.</summary>
    public bool ErrorIsScreen { get; init; }

    public int Width { get; init; } = DefaultWidth;

    /// <summary>Asks the machine's resolver what an address is called; null when it has no name.</summary>
    public Func<IPAddress, Task<string?>> Resolve { get; init; } = static _ => Task.FromResult<string?>(null);

    /// <summary>Looks up an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    /// <summary>Ends what would go on until somebody stops it.</summary>
    public CancellationToken Stop { get; init; }

    public static Terminal OfProcess() => new()
    {
        Output = OpenOutput(),
        Error = new StreamWriter(Console.OpenStandardError()) { AutoFlush = true },
        Input = Console.OpenStandardInput,
        OutputIsScreen = !Console.IsOutputRedirected,
        ErrorIsScreen = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected ? DefaultWidth : ScreenWidth(),
        Environment = System.Environment.GetEnvironmentVariable,
        Resolve = static async address => (await Dns.GetHostEntryAsync(address).ConfigureAwait(false)).HostName,
    };

    /// <summary>The same terminal with another input.</summary>
    public Terminal WithInput(Func<Stream> input) => new()
    {
        Output = Output,
        Error = Error,
        Input = input,
        OutputIsScreen = OutputIsScreen,
        ErrorIsScreen = ErrorIsScreen,
        Width = Width,
        Resolve = Resolve,
        Environment = Environment,
    };

    // The console's own stream swallows the news that a pipe's reader is gone, and the program would read on to the end for nobody.
    // A file keeps the console's stream: it shares its position with whoever writes to the same file next.
    static Stream OpenOutput()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        try
        {
            var pipe = new FileStream(new SafeFileHandle(UnixStandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!pipe.CanSeek) return pipe;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Closed, or of a kind that FileStream does not take.
        }

        return Console.OpenStandardOutput();
    }

    static int ScreenWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}
