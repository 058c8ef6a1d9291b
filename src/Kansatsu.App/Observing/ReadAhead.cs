using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Kansatsu.Analysis;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>
/// Reads and dissects on one thread while another observes: batches go round between the two, in order, so the result is the same as on one
/// thread. With a single processor everything happens on the caller's thread.
/// </summary>
sealed class ReadAhead(CaptureSet captures, TimeWindow window, Progress progress)
{
    /// <summary>
    /// Stretches that are hard to dissect and stretches that are hard to observe follow one another: so many batches keep both threads busy. More would wait for
    /// each other less, but leave the processors' caches.
    /// </summary>
    const int Batches = 24;

    const int Enough = 4;

    // Emptied last, filled first: where both threads keep pace, few batches go round, and those stay in the processors' memory.
    readonly Handover<ObserverBatch> _empty = new(Enough, newestFirst: true);
    readonly Handover<ObserverBatch> _full = new(Enough);
    ExceptionDispatchInfo? _failure;
    int _made;

    public void Into(Observer observer)
    {
        if (Environment.ProcessorCount == 1)
        {
            ObserveHere(observer);
            return;
        }

        var reading = new Thread(() => Read(observer)) { IsBackground = true, Name = "reading" };
        reading.Start();
        try
        {
            while (_full.TryTake(out var batch))
            {
                observer.Observe(batch);
                if (batch.Count > 0) progress.Step(batch.Dissections.LastNumber);
                batch.Clear();
                _empty.Add(batch);
            }
        }
        finally
        {
            // When observing failed, the reader waits for a batch that never comes: it is told to stop.
            _empty.Complete();
            reading.Join();
        }

        _failure?.Throw();
    }

    void ObserveHere(Observer observer)
    {
        while (captures.TryRead(out var frame))
        {
            if (window.Takes(frame.Timestamp)) observer.Observe(frame);
            progress.Step(frame.Number);
        }
    }

    void Read(Observer observer)
    {
        try
        {
            var dissector = new Dissector();
            if (Empty(observer) is not { } batch) return;
            var d = default(Dissection);
            while (ReadOne(dissector, batch, ref d))
            {
                if (!batch.IsFull) continue;
                // As with the keys: the observer who would wait gets its memory itself.
                if (!IsAwaited) batch.Prepare();
                _full.Add(batch);
                // Without another the observer gave up; there is nobody to read for.
                if (Empty(observer) is not { } next) return;
                batch = next;
            }

            _full.Add(batch);
        }
        catch (Exception problem)
        {
            _failure = ExceptionDispatchInfo.Capture(problem);
        }
        finally
        {
            _full.Complete();
        }

        // What was read is still being observed.
        observer.Causes.Prepare();
    }

    /// <summary>The observer has little left to do.</summary>
    bool IsAwaited => _full.Count < Batches / 3;

    /// <summary>A batch to fill, once more or for the first time; null when none is wanted any more.</summary>
    ObserverBatch? Empty(Observer observer)
    {
        if (!_empty.TryTakeAtOnce(out var batch))
        {
            if (_made < Batches)
            {
                _made++;
                batch = observer.NewBatch();
            }
            else if (!_empty.TryTake(out batch)) return null;
        }

        batch.LeavesKeys = IsAwaited;
        return batch;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool ReadOne(Dissector dissector, ObserverBatch batch, ref Dissection d)
    {
        if (!captures.TryRead(out var frame)) return false;
        if (window.Takes(frame.Timestamp)) batch.Add(dissector, frame, ref d);
        return true;
    }
}
