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
    /// <summary>Stretches that are hard to dissect and stretches that are hard to observe follow one another: so many batches keep both threads busy.</summary>
    const int Batches = 32;

    const int Enough = Batches / 4;

    readonly Handover<ObserverBatch> _empty = new(Enough);
    readonly Handover<ObserverBatch> _full = new(Enough);
    ExceptionDispatchInfo? _failure;

    public void Into(Observer observer)
    {
        if (Environment.ProcessorCount == 1)
        {
            ObserveHere(observer);
            return;
        }

        for (var i = 0; i < Batches; i++) _empty.Add(observer.NewBatch());
        var reading = new Thread(Read) { IsBackground = true, Name = "reading" };
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

    void Read()
    {
        try
        {
            var dissector = new Dissector();
            if (!_empty.TryTake(out var batch)) return;
            var d = default(Dissection);
            while (ReadOne(dissector, batch, ref d))
            {
                if (!batch.IsFull) continue;
                _full.Add(batch);
                // Without another the observer gave up; there is nobody to read for.
                if (!_empty.TryTake(out batch)) return;
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
    }

    // A method of its own is soon compiled well; the loop around it never is.
    bool ReadOne(Dissector dissector, ObserverBatch batch, ref Dissection d)
    {
        if (!captures.TryRead(out var frame)) return false;
        if (window.Takes(frame.Timestamp)) batch.Add(dissector, frame, ref d);
        return true;
    }
}
