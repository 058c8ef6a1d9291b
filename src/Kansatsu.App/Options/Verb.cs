using Kansatsu.App.Text;

namespace Kansatsu.App.Options;

/// <summary>A verb of the command line: what it does, what it takes, and how it is used.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Does">One line for the list of verbs.</param>
/// <param name="Takes">Options besides the common ones.</param>
/// <param name="Examples">Arguments after `kansatsu`, and what they answer.</param>
sealed record Verb(string Name, Phrase Does, Phrase More, VerbOptions Takes, IReadOnlyList<Example> Examples, Func<Request, Terminal, int> Run)
{
    public bool TakesFiles => (Takes & VerbOptions.Files) != 0;
}

sealed record Example(string Arguments, Phrase Answers);

[Flags]
enum VerbOptions
{
    None = 0,
    Files = 1,
    Limit = 2,
    FlowFilter = 4,
    Packets = 8,
    Labels = 16,
    Diary = 32,
    Peers = 256,
    Timeline = 512,
    Sending = 1024,
    Store = 2048,
    Budget = 4096,
    Serving = 8192,
    Output = 16384,
}
