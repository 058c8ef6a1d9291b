using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kansatsu.App.Sending;

/// <summary>Sends what a script says, in real time, to one group: keep-alives in bursts, telegrams in copies. For laboratories only.</summary>
sealed class EewSender(IPAddress group, IPAddress source, int interfaceIndex, int hopLimit, double period)
{
    readonly Dictionary<(int From, int HopLimit), Socket> _sockets = [];

    /// <summary>Until all steps are done and the time is over.</summary>
    /// <param name="seconds">How long to go on with keep-alives after the start.</param>
    public async Task SendAsync(IReadOnlyList<EewStep> steps, double seconds, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        var (next, beat) = (0, 0.0);
        EewStep? alive = null;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var stepAt = next < steps.Count ? steps[next].At : double.PositiveInfinity;
                var beatAt = alive is { Ports.Count: > 0 } ? beat : double.PositiveInfinity;
                var at = Math.Min(stepAt, beatAt);
                if (at > seconds) break;
                await WaitAsync(began, at, stop).ConfigureAwait(false);
                if (stepAt <= beatAt)
                {
                    var step = steps[next++];
                    if (step.Telegram is not null) await BurstAsync(step, step.DataAt(DateTimeOffset.UtcNow), stop).ConfigureAwait(false);
                    else (alive, beat) = (step, alive is null ? at : Math.Max(beat, at));
                }
                else
                {
                    await BurstAsync(alive!, alive!.Frame.KeepAlive(), stop).ConfigureAwait(false);
                    beat += period;
                }
            }

            await WaitAsync(began, seconds, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C: whoever started it has seen enough.
        }
        finally
        {
            foreach (var socket in _sockets.Values) socket.Dispose();
        }
    }

    static async Task WaitAsync(long began, double at, CancellationToken stop)
    {
        var left = TimeSpan.FromSeconds(at) - Stopwatch.GetElapsedTime(began);
        if (left > TimeSpan.Zero) await Task.Delay(left, stop).ConfigureAwait(false);
    }

    /// <summary>Copies go to all ports in turn, then after the gap the next ones.</summary>
    async Task BurstAsync(EewStep step, byte[] payload, CancellationToken stop)
    {
        for (var copy = 0; copy < step.Copies; copy++)
        {
            if (copy > 0) await Task.Delay(TimeSpan.FromSeconds(step.Gap), stop).ConfigureAwait(false);
            foreach (var port in step.Ports)
            {
                var bytes = step.Telegram is null ? (step.Frame with { Service = port == 8001 ? (byte)1 : step.Frame.Service }).KeepAlive() : payload;
                await SocketOf(step.FromPort ?? (port == 8001 ? 44318 : 32794), step.HopLimit ?? hopLimit).SendToAsync(bytes, new IPEndPoint(group, port), stop).ConfigureAwait(false);
            }
        }
    }

    Socket SocketOf(int from, int hops)
    {
        if (_sockets.TryGetValue((from, hops), out var known)) return known;
        var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.MulticastInterface, interfaceIndex);
        socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.MulticastTimeToLive, hops);
        socket.Bind(new IPEndPoint(source, from));
        return _sockets[(from, hops)] = socket;
    }
}
