using System.Collections.Concurrent;

namespace Kansatsu.Store;

/// <summary>Connections that only ask, lent one to a question at a time. Each question sees the store as of one moment.</summary>
sealed class Readers(string path) : IDisposable
{
    readonly ConcurrentBag<Database> _idle = [];
    volatile bool _isClosed;

    public string Path => path;

    public T Ask<T>(Func<Database, T> question)
    {
        if (!_idle.TryTake(out var database)) database = Connect();
        try
        {
            database.Execute("BEGIN");
            var answer = question(database);
            database.Execute("COMMIT");
            if (_isClosed) database.Dispose();
            else _idle.Add(database);
            return answer;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_idle.TryTake(out var database)) database.Dispose();
    }

    Database Connect()
    {
        var database = new Database(path, isWriter: false);
        try
        {
            database.Execute("PRAGMA query_only = 1");
            database.Execute("PRAGMA cache_size = -32768");
            database.Execute("PRAGMA temp_store = MEMORY");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
