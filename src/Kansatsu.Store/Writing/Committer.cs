using System.Diagnostics;

namespace Kansatsu.Store;

/// <summary>
/// Commits the batches of a source one after another, each whole. Where there is a second processor, one batch is written while the next is filled; a
/// fault is then thrown at whoever hands over the next, and nothing behind the batch that failed is written.
/// </summary>
sealed class Committer(Writer writer, Lock gate, long source) : IDisposable
{
    /// <summary>
    /// A batch is filled for so long at most, and is made as large as is likely to be written in as long again: nothing waits for more than a second, even
    /// when the machine is busy. Large ones are better: what the flows of a batch have in common is written once.
    /// </summary>
    const int MostMilliseconds = 350;

    const int Most = 3 << 14;
    const int Least = 1 << 12;

    /// <summary>A batch is written again when the disk was full, but not for ever.</summary>
    const int MostTries = 20;

    /// <summary>The budget is looked at once in so many commits.</summary>
    const int TrimEvery = 16;

    readonly Stopwatch _since = Stopwatch.StartNew();
    Batch? _spare;
    Task _writing = Task.CompletedTask;
    long _flowsWritten;
    int _commits;
    int _trimmedAt;
    int _most = writer.Room.RowsAtOnce(Most);
    bool _isShort;

    public long FlowsWritten => Interlocked.Read(ref _flowsWritten);

    bool IsTrimDue => Volatile.Read(ref _commits) - _trimmedAt >= TrimEvery || Volatile.Read(ref _isShort);

    public bool IsDue(Batch batch) => batch.Count >= Volatile.Read(ref _most) || _since.ElapsedMilliseconds >= MostMilliseconds;

    /// <returns>An empty batch, to be filled meanwhile.</returns>
    public Batch HandOver(Batch full)
    {
        if (Environment.ProcessorCount == 1 || IsTrimDue)
        {
            Commit(full, null);
            return full;
        }

        full.Tiers.Seal();
        Wait();
        _writing = Task.Run(() => Write(full, null));
        _since.Restart();
        var empty = _spare ?? new Batch();
        _spare = full;
        return empty;
    }

    /// <summary>All of it is written when this returns, what was handed over before too; then the batch is empty.</summary>
    public void Commit(Batch batch, Action? also)
    {
        batch.Tiers.Seal();
        Wait();
        Write(batch, also);
        if (IsTrimDue) Trim();
        _since.Restart();
    }

    /// <summary>Nothing is being written any more. Whether it failed matters only to who goes on.</summary>
    public void Dispose() => Task.WaitAny(_writing);

    /// <summary>It may take long: nothing waits meanwhile to be written.</summary>
    void Trim()
    {
        lock (gate) writer.Trim();
        (_trimmedAt, _isShort) = (Volatile.Read(ref _commits), false);
    }

    void Wait() => _writing.GetAwaiter().GetResult();

    void Write(Batch batch, Action? also)
    {
        var room = writer.Room.RowsAtOnce(Most);
        var watch = Stopwatch.StartNew();
        lock (gate)
        {
            WriteInRoom(batch, also);
            Volatile.Write(ref _isShort, writer.IsShort);
        }

        Interlocked.Add(ref _flowsWritten, batch.Flows.Length);
        var many = batch.Count;
        batch.Clear();
        Interlocked.Increment(ref _commits);
        if (many >= Math.Min(Least, room)) Volatile.Write(ref _most, (int)Math.Clamp(many * (double)MostMilliseconds / Math.Max(1, watch.ElapsedMilliseconds), Math.Min(Least, room), room));
    }

    void WriteInRoom(Batch batch, Action? also)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                writer.InTransaction(() =>
                {
                    writer.Write(batch);
                    Sources.Count(writer.Database, source, batch);
                    also?.Invoke();
                });
                return;
            }
            catch (StoreException e) when (e.Fault == StoreFault.Full && tries < MostTries && writer.MakeRoom())
            {
                // What was committed before stays; this batch is tried again in the room that old flows left.
            }
        }
    }
}
