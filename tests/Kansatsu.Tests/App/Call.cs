using System.Text;
using System.Text.Json;
using Kansatsu.App;

namespace Kansatsu.Tests.App;

/// <summary>One call of the program in this process, and what it said.</summary>
sealed record Call(int Code, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public IReadOnlyList<JsonElement> JsonLines => [.. Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Call Of(params string[] args) => Of(Stream.Null, args);

    public static Call Of(Stream input, params string[] args)
    {
        var output = new MemoryStream();
        var error = new StringWriter { NewLine = "\n" };
        var code = Program.Run(args, new Terminal { Output = output, Error = error, Input = () => input, Stop = new CancellationToken(canceled: true) });
        return new Call(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Calls a verb on a capture that is written to a file for the time of the call.</summary>
    public static Call On(byte[] capture, string verb, params string[] options)
    {
        using var file = new TemporaryFile(capture);
        return Of([verb, file.Path, .. options]);
    }

    public static string Sample => Path.Combine(Root, "samples", "2008-06-14-eew.pcapng");

    public static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Kansatsu.slnx"))) folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }
}
