using Kansatsu.App.Options;
using Kansatsu.Store;

namespace Kansatsu.App.Keeping;

/// <summary>The store that answers a request: the one that was named, or one of the given captures that lasts as long as the call.</summary>
sealed class ThrowAwayStore : IDisposable
{
    readonly DirectoryInfo? _folder;

    ThrowAwayStore(SqliteStore store, DirectoryInfo? folder, int code) => (Store, _folder, Code) = (store, folder, code);

    public SqliteStore Store { get; }

    /// <summary>What reading the captures came to.</summary>
    public int Code { get; }

    public static ThrowAwayStore For(Request request, Terminal terminal)
    {
        if (request.Files.Count == 0) return new ThrowAwayStore(SqliteStore.OpenToRead(request.Store!), null, ExitCode.Done);
        var folder = Directory.CreateTempSubdirectory("kansatsu-");
        try
        {
            var path = Path.Combine(folder.FullName, "observations.db");
            using var observation = new Import(request with { Store = path }, terminal).Run();
            return new ThrowAwayStore(SqliteStore.Open(path), folder, observation.Report());
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder?.Delete(recursive: true);
    }
}
