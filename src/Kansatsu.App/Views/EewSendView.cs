using System.Globalization;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Kansatsu.App.Options;
using Kansatsu.App.Sending;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu eew send`: the stream of 2008, true or forged, for laboratories. It stays on the link unless it is told twice that it may leave it.</summary>
static class EewSendView
{
    const string Usage = "see kansatsu eew --help";

    public static int Run(Request request, Terminal terminal)
    {
        var sending = request.Sending!;
        if (!Ipv6Address.TryParse(sending.Group ?? "", out var group) || !group.IsMulticast || group.IsIpv4)
            return Fail(terminal, "--group: give an IPv6 group, such as ff12::e", ExitCode.Usage);
        if (!MayReach(group) && !(sending.BeyondLink && sending.YesBeyondLink))
        {
            return Fail(terminal, $"{group} reaches beyond this link, and people may take what arrives for a warning; in a laboratory that no link leaves, say --beyond-link and --yes-beyond-link",
                ExitCode.Unavailable);
        }

        if (!TryNumber(sending.Period, 30, 0.1, 3600, out var period) || !TryNumber(sending.For, 120, 0, 86_400, out var seconds) || !TryNumber(sending.HopLimit, 1, 1, 255, out var hops))
            return Fail(terminal, "--period, --for and --hop-limit take numbers: seconds, seconds, 1 to 255", ExitCode.Usage);
        if (!TryScript(sending.Script, out var steps, out var problem)) return Fail(terminal, problem, ExitCode.Unavailable);
        if (IndexOf(sending.Interface) is not { } index) return Fail(terminal, $"--interface: there is no interface '{WireText.Escape(sending.Interface ?? "")}' with IPv6; `ip link` shows them", ExitCode.Unavailable);
        return Send(request, terminal, group, (index, (int)hops, period, seconds), steps);
    }

    static int Send(Request request, Terminal terminal, Ipv6Address group, (int Interface, int Hops, double Period, double Seconds) how, IReadOnlyList<EewStep> steps)
    {
        if (!request.Quiet) terminal.Error.WriteLine(request.Say($"kansatsu: sending to {group} for {how.Seconds:0} s; this is a laboratory's stream, not a warning", $"kansatsu: {group} へ {how.Seconds:0} 秒送る。実験用であり、警報ではない"));
        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler cancel = (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += cancel;
        try
        {
            var source = Ipv6Address.TryParse(request.Sending!.Source ?? "", out var address) ? System.Net.IPAddress.Parse(address.ToString()) : System.Net.IPAddress.IPv6Any;
            var sender = new EewSender(System.Net.IPAddress.Parse(group.ToString()), source, how.Interface, how.Hops, how.Period);
            sender.SendAsync(steps, how.Seconds, stop.Token).GetAwaiter().GetResult();
            return ExitCode.Done;
        }
        catch (SocketException e)
        {
            return Fail(terminal, $"the packets cannot be sent: {e.Message}; check --source and the interface's state", ExitCode.Unavailable);
        }
        finally
        {
            Console.CancelKeyPress -= cancel;
        }
    }

    /// <summary>Interface and link scope (RFC 7346) stay here whatever routers do.</summary>
    static bool MayReach(Ipv6Address group) => (group.High >> 48 & 0xf) <= 2;

    static bool TryScript(string? path, out IReadOnlyList<EewStep> steps, out string problem)
    {
        (steps, problem) = ([new EewStep(0, [6101], null)], "");
        if (path is null) return true;
        try
        {
            using var reader = new StreamReader(path);
            (steps, var why) = EewScript.Read(reader, Path.GetDirectoryName(Path.GetFullPath(path))!);
            problem = why is null ? "" : $"--script '{WireText.Escape(path)}': {why}";
            return why is null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = $"--script '{WireText.Escape(path)}': {e.Message}";
            return false;
        }
    }

    static int? IndexOf(string? name)
    {
        foreach (var known in NetworkInterface.GetAllNetworkInterfaces())
            if (known.Name == name && known.Supports(NetworkInterfaceComponent.IPv6)) return known.GetIPProperties().GetIPv6Properties().Index;
        return null;
    }

    static bool TryNumber(string? text, double otherwise, double least, double most, out double number)
    {
        number = otherwise;
        return text is null || (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number >= least && number <= most);
    }

    static int Fail(Terminal terminal, string what, int code)
    {
        terminal.Error.WriteLine($"kansatsu: {what} ({Usage})");
        return code;
    }
}
