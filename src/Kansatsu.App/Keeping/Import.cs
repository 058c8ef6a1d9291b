using System.Security.Cryptography;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Sensor;
using Kansatsu.Store;

namespace Kansatsu.App.Keeping;

/// <summary>`read FILE… --store`: captures are kept, each only once.</summary>
sealed class Import(Request request, Terminal terminal)
{
    const int FilesNamed = 4;

    readonly List<(string Path, byte[] Digest)> _new = [];
    readonly List<string> _known = [];

    /// <summary>What came of it, for the user.</summary>
    public string Says { get; private set; } = "";

    /// <summary>Keeps what is not known yet.</summary>
    /// <returns>The observation of all the files.</returns>
    public Observation Run()
    {
        using var store = OpenStore(request.Store!);
        Sort(store);
        if (_new.Count == 0 && _known.Count == 0) return Observation.Of(request, terminal);
        if (_new.Count == 0)
        {
            Says = request.Say($"already in {request.Store}: nothing was added", $"{request.Store} にはもうあるため、何も加えない");
            return Observation.Of(request, terminal);
        }

        var observation = Keep(store);
        if (_known.Count == 0) return observation;
        // The screen is of all the files, but only some of them are new.
        observation.Dispose();
        return Observation.Of(request, terminal);
    }

    Observation Keep(SqliteStore store)
    {
        using var writer = store.Begin(new SourceFacts(
            SHA256.HashData([.. _new.SelectMany(static f => f.Digest)]), NameOf([.. _new.Select(static f => f.Path)]), _new.Count, _new.Sum(static f => LengthOf(f.Path)))
        {
            FileDigests = [.. _new.Select(static f => (ReadOnlyMemory<byte>)f.Digest)],
        });
        var observation = Observation.Of(request with { Files = [.. _new.Select(static f => f.Path)] }, terminal, new Keeper(writer));
        Says = writer.FlowsBefore == 0
            ? request.Say($"kept in {request.Store}: {Quantity.Count(writer.FlowsWritten)} flows", $"{request.Store} に保存: フロー {Quantity.Count(writer.FlowsWritten)}")
            : request.Say($"kept in {request.Store}: {Quantity.Count(writer.FlowsWritten)} flows, behind {Quantity.Count(writer.FlowsBefore)} of an earlier reading that was interrupted",
                $"{request.Store} に保存: フロー {Quantity.Count(writer.FlowsWritten)}(中断した前回の {Quantity.Count(writer.FlowsBefore)} に続けて)");
        if (_known.Count > 0) Says += request.Say($"; already there: {NameOf(_known)}", $"。もうあるもの: {NameOf(_known)}");
        return observation;
    }

    /// <summary>Opens a store to write to it; makes it, and its folder, when there is none.</summary>
    public static SqliteStore OpenStore(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) MakeFolder(path, folder);
        return SqliteStore.Open(path);
    }

    /// <summary>Hundreds of files are told by the first few and their number.</summary>
    static string NameOf(IReadOnlyList<string> paths)
    {
        var name = Wire.WireText.Escape(string.Join(' ', paths.Take(FilesNamed)));
        return paths.Count <= FilesNamed ? name : $"{name} … ({paths.Count})";
    }

    static void MakeFolder(string path, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, StoreFault.NotFound, "its folder cannot be made", "name another place with --store PATH", e);
        }
    }

    void Sort(SqliteStore store)
    {
        foreach (var path in request.Files)
        {
            if (path == CaptureSet.StandardInput)
                throw new StoreException(request.Store!, StoreFault.Failed, "standard input cannot be kept, because nobody could tell whether it was read before", "write it to a file and read that");
            if (Digest(path) is not { } digest) continue;
            if (store.Knows(digest)) _known.Add(path);
            else if (!_new.Exists(f => f.Digest.AsSpan().SequenceEqual(digest))) _new.Add((path, digest));
        }
    }

    /// <summary>Null for a file that cannot be read; the observation says why.</summary>
    static byte[]? Digest(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return SHA256.HashData(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
