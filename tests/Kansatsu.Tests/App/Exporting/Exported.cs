using System.Text.Json;

namespace Kansatsu.Tests.App.Exporting;

/// <summary>Exports of captures into a directory that goes with it.</summary>
sealed class Exported : IDisposable
{
    public Exported() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"kansatsu-{Guid.NewGuid():n}");

    public static string Sample(string name) => Path.Combine(Call.Root, "samples", name);

    public string PathOf(string name) => Path.Combine(Folder, name);

    public byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    public string Text(string name) => File.ReadAllText(PathOf(name));

    public IReadOnlyList<JsonElement> Lines(string name) => [.. File.ReadLines(PathOf(name)).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Exports and expects no complaint.</summary>
    public Exported Of(string format, string file, string to, params string[] options)
    {
        var call = Call.Of(["export", format, file, "-o", PathOf(to), .. options]);
        Assert.Equal((0, ""), (call.Code, call.Error));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
