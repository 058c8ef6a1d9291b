using System.Globalization;
using System.Text;
using Kansatsu.App.Text;
using Microsoft.AspNetCore.Http;

namespace Kansatsu.App.Api;

/// <summary>/api/v1/events: says when the store has changed, also when another process wrote to it. A page that hears it asks again.</summary>
static class Changes
{
    /// <summary>A listener costs a question twice a second.</summary>
    const int MostListeners = 64;

    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Proxies and browsers give up on a line that is silent for long.</summary>
    static readonly TimeSpan s_silence = TimeSpan.FromSeconds(15);

    public static async Task StreamAsync(HttpContext context, Serving serving)
    {
        if (!serving.TryListen(MostListeners)) throw new BadQuestion($"{MostListeners} pages are listening already", "close some of them", 503);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, serving.Stopping);
        try
        {
            context.Response.ContentType = "text/event-stream";
            await WatchAsync(context.Response, serving, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The page is gone, or the program ends.
        }
        finally
        {
            serving.StopListening();
        }
    }

    static async Task WatchAsync(HttpResponse response, Serving serving, CancellationToken stop)
    {
        var (last, quiet) = (-1L, TimeSpan.Zero);
        while (true)
        {
            if (serving.Store.Queries.Revision() is var revision && revision != last)
            {
                last = revision;
                await SayAsync(response, Changed(serving), stop);
                quiet = TimeSpan.Zero;
            }
            else if ((quiet += s_pause) >= s_silence)
            {
                await SayAsync(response, ": still here\n\n", stop);
                quiet = TimeSpan.Zero;
            }

            await Task.Delay(s_pause, stop);
        }
    }

    static string Changed(Serving serving)
    {
        var status = serving.Store.Queries.Status();
        var last = status.Last is { } time ? $",\"last\":\"{Clock.Rfc3339(time)}\"" : "";
        return string.Create(CultureInfo.InvariantCulture, $"event: changed\ndata: {{\"revision\":{status.Revision}{last},\"flows\":{status.Flows}}}\n\n");
    }

    static async Task SayAsync(HttpResponse response, string text, CancellationToken stop)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        await response.Body.FlushAsync(stop);
    }
}
