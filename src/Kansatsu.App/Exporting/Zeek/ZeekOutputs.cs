using Kansatsu.App.Text;

namespace Kansatsu.App.Exporting;

/// <summary>The five logs: a file each in one directory, or all in the terminal's output.</summary>
sealed class ZeekOutputs : IDisposable
{
    readonly Dictionary<string, (Output? Output, JsonLines Lines)> _logs = [];

    ZeekOutputs(bool isOneStream) => IsOneStream = isOneStream;

    public bool IsOneStream { get; }

    public static ZeekOutputs? TryOpen(string? directory, Terminal terminal, IReadOnlyList<string> names)
    {
        var outputs = new ZeekOutputs(directory is null or "-");
        var shared = outputs.IsOneStream ? new JsonLines(terminal.Output) : null;
        try
        {
            if (directory is not (null or "-")) Directory.CreateDirectory(directory);
        }
        catch (Exception e) when (Output.IsRefusal(e))
        {
            Output.Say(terminal, directory!, e);
            return null;
        }

        foreach (var name in names)
        {
            var output = shared is null ? Output.TryOpen(Path.Combine(directory!, name + ".log"), terminal) : null;
            if (shared is null && output is null)
            {
                outputs.Dispose();
                return null;
            }

            outputs._logs.Add(name, (output, shared ?? new JsonLines(output!.Stream)));
        }

        return outputs;
    }

    public JsonLines Log(string name) => _logs[name].Lines;

    public void Keep()
    {
        foreach (var (output, lines) in _logs.Values)
        {
            lines.Flush();
            output?.Keep();
        }
    }

    public void Dispose()
    {
        foreach (var (output, lines) in _logs.Values)
        {
            lines.Dispose();
            output?.Dispose();
        }
    }
}
