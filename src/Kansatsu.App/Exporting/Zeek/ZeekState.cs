using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>
/// Zeek's conn_state of a flow. For TCP the letters of the history move two endpoints through Zeek's states; what both reached names the connection. UDP
/// asks only who sent; everything else is OTH.
/// </summary>
static class ZeekState
{
    enum End
    {
        Inactive,
        SynSent,
        SynAckSent,
        Partial,
        Established,
        Closed,
        Reset,

        /// <summary>A reset of an endpoint that had closed: a FIN of its peer makes it closed again.</summary>
        ResetAfterClose,
    }

    /// <param name="payload">Payload bytes from initiator and responder; null when they are not known.</param>
    public static string Of(FlowRecord flow, (long Out, long Back)? payload)
    {
        if (flow.Protocol == IpProtocols.Tcp) return OfHistory(flow.History, payload is { Out: 0, Back: 0 });
        if (flow.Protocol != IpProtocols.Udp) return "OTH";
        return (flow.PacketsOut > 0, flow.PacketsBack > 0) switch
        {
            (true, true) => "SF",
            (true, false) => "S0",
            (false, true) => "SHR",
            _ => "OTH",
        };
    }

    public static string OfHistory(string history, bool isEmpty)
    {
        Span<End> ends = [End.Inactive, End.Inactive];
        foreach (var letter in history)
        {
            if (letter == '^') continue;
            var at = char.IsUpper(letter) ? 0 : 1;
            Step(ref ends[at], ref ends[1 - at], isInitiator: at == 0, char.ToLowerInvariant(letter));
        }

        return Name(Plain(ends[0]), Plain(ends[1]), history, isEmpty);
    }

    static void Step(ref End end, ref End peer, bool isInitiator, char letter)
    {
        switch (letter)
        {
            case 's' or 'h' when end is End.Inactive or End.Partial: Open(ref end, ref peer, isInitiator, letter == 'h'); break;
            case 'f' when Plain(end) != End.Reset:
                end = End.Closed;
                if (peer == End.ResetAfterClose) peer = End.Closed;
                break;
            case 'r' when end == End.Closed && peer == End.Closed: break;
            case 'r': end = end == End.Closed ? End.ResetAfterClose : End.Reset; break;
            case 'a' or 'd' when end is End.SynSent or End.SynAckSent && peer == End.Established: end = End.Established; break;
            case 'a' when end == End.Inactive && !isInitiator && peer == End.SynSent: break;
            case 'a' or 'd' when end == End.Inactive: end = peer == End.Established ? End.Established : End.Partial; break;
        }
    }

    static void Open(ref End end, ref End peer, bool isInitiator, bool isAnswer)
    {
        if (isInitiator)
        {
            end = isAnswer ? End.SynAckSent : End.SynSent;
            return;
        }

        if (peer is End.SynSent or End.SynAckSent) peer = End.Established;
        end = End.Established;
    }

    static End Plain(End end) => end == End.ResetAfterClose ? End.Reset : end;

    static string Name(End initiator, End responder, string history, bool isEmpty)
    {
        var (isInitiatorIdle, isResponderIdle) = (initiator is End.Inactive or End.Partial, responder is End.Inactive or End.Partial);
        return (initiator, responder) switch
        {
            (End.SynSent or End.SynAckSent, End.Reset) => "REJ",
            (End.Reset, End.Reset) when isEmpty => "REJ",
            (_, End.Reset) => isInitiatorIdle ? "RSTRH" : "RSTR",
            (End.Reset, _) when isResponderIdle => IsResetAfterSyn(history) ? "RSTOS0" : "OTH",
            (End.Reset, _) => "RSTO",
            (End.Closed, End.Closed) => "SF",
            (End.Closed, _) => isResponderIdle ? "SH" : "S2",
            (_, End.Closed) => isInitiatorIdle ? "SHR" : "S3",
            (End.SynSent, End.Inactive) => "S0",
            (End.Established, End.Established) => "S1",
            _ => "OTH",
        };
    }

    /// <summary>The initiator's SYN, then its reset, and between them nothing but repeats and damage.</summary>
    static bool IsResetAfterSyn(string history)
    {
        var letters = history.AsSpan().TrimStart('^');
        if (letters.IsEmpty || letters[0] != 'S') return false;
        var reset = letters.IndexOf('R');
        return reset > 0 && letters[..reset].IndexOfAny("HAFGIQ") < 0;
    }
}
