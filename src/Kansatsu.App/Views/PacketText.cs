using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>Packets as people read them: number, time, source -> destination, protocol, what it says, [cause].</summary>
sealed class PacketText(Request request, Terminal terminal, Observer observer, FrameFlows? flows) : IPacketWriter
{
    const int NumberWidth = 6;
    const string DataTitle = "Data (";

    readonly Page _page = new(terminal.Output, request.Color);
    readonly ListingWriter _listing = new();
    int _sourceWidth = flows?.SourceWidth ?? 0;
    int _destinationWidth = flows?.DestinationWidth ?? 0;
    string? _firstDate = flows is { Span: var span } && span.First < span.Last && request.Clock.Date(span.First) != request.Clock.Date(span.Last) ? "" : null;

    public void Write(in Dissection d, int flow, string? comment)
    {
        WriteHead(d.Frame);
        WriteEnds(d);
        _page.Text(" ").Text(Listing.Protocol(d));
        _listing.Clear();
        Listing.Summarize(d, _listing);
        if (_listing.Length > 0) _page.Text(" ").Text(_listing.Written);
        WriteCause(flow);
        _page.Line();
        if (!request.Detailed) return;
        if (comment is not null) _page.Text(request.Say("Comment: ", "コメント: ")).Line(WireText.Escape(comment));
        WriteLayers(d);
        _page.Line();
    }

    public void Dispose() => _page.Dispose();

    void WriteHead(in Frame frame)
    {
        Span<char> text = stackalloc char[48];
        frame.Number.TryFormat(text, out var digits);
        for (var pad = digits; pad < NumberWidth; pad++) _page.Text(" ");
        _page.Text(text[..digits]).Text(" ");
        if (ShowsDate(frame.Timestamp)) _page.Text(request.Clock.Date(frame.Timestamp)).Text(" ");
        _page.Text(text[..request.Clock.FormatTime(frame.Timestamp, text)]).Text(" ");
    }

    /// <summary>The date is shown when the capture spans several days; read in one pass, from the second day on.</summary>
    bool ShowsDate(Timestamp time)
    {
        if (flows is not null) return _firstDate is not null;
        var date = request.Clock.Date(time);
        _firstDate ??= date;
        return _firstDate != date;
    }

    void WriteEnds(in Dissection d)
    {
        Span<char> source = stackalloc char[Ipv6Address.MaxTextLength];
        Span<char> destination = stackalloc char[Ipv6Address.MaxTextLength];
        var (s, t) = PacketEnds.Format(d, source, destination);
        _sourceWidth = Math.Max(_sourceWidth, s);
        _destinationWidth = Math.Max(_destinationWidth, t);
        Spaces(_sourceWidth - s);
        _page.Text(source[..s]).Text(" -> ").Text(destination[..t]);
        Spaces(_destinationWidth - t);
    }

    void WriteCause(int flow)
    {
        if (flow < 0) return;
        var kind = observer.Causes.KindOf(flow);
        _page.Text("   ").Text($"[{CauseNames.Of(kind)}]", CauseWords.StyleOf(kind));
    }

    /// <summary>Every layer; under the title of payload that nothing reads, its bytes counted from 0; at the end the whole frame.</summary>
    void WriteLayers(in Dissection d)
    {
        _listing.Clear();
        Listing.List(d, _listing);
        var data = 0;
        foreach (var line in _listing.Written.EnumerateLines())
        {
            _page.Line(line);
            if (!line.StartsWith(DataTitle, StringComparison.Ordinal)) continue;
            while (data < d.Count && d[data].Kind != LayerKind.Data) data++;
            if (data < d.Count) HexDump.Write(_page, d.BytesOf(d[data++]));
        }

        _page.Text(request.Say("Frame (", "フレーム (")).Text($"{d.Frame.Bytes.Length} bytes)").Line();
        HexDump.Write(_page, d.Frame.Bytes);
        for (var buffer = 1; buffer < 4 && d.Buffer(buffer) is { IsEmpty: false } bytes; buffer++)
        {
            _page.Text(request.Say("Reassembled packet (", "再構成したパケット (")).Text($"{bytes.Length} bytes)").Line();
            HexDump.Write(_page, bytes);
        }
    }

    void Spaces(int count)
    {
        for (var i = 0; i < count; i++) _page.Text(" ");
    }
}
