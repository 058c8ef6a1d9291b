using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu eew decode FILE…`: telegrams from text, hexadecimal digits or bytes, with framing or without.</summary>
static class EewView
{
    const int MaxBytes = 1 << 20;
    const int MaxTelegrams = 1000;

    public static int Run(Request request, Terminal terminal)
    {
        if (request.Files[0] == "send" && request.Files.Count == 1) return EewSendView.Run(request, terminal);
        if (request.Files[0] != "decode" || request.Files.Count < 2)
        {
            terminal.Error.WriteLine("kansatsu: eew takes decode and a file (or - for standard input), or send with its options: kansatsu eew decode telegram.txt");
            return ExitCode.Usage;
        }

        var (code, opened) = (ExitCode.Done, false);
        using var page = request.Json ? null : new Page(terminal.Output, request.Color);
        using var lines = request.Json ? new JsonLines(terminal.Output) : null;
        var told = 0;
        foreach (var file in request.Files.Skip(1))
        {
            if (!TryOpen(file, terminal, out var bytes))
            {
                code = ExitCode.Incomplete;
                continue;
            }

            opened = true;
            var reports = EewInput.IsCapture(bytes) ? [] : Reports(EewInput.Bytes(bytes));
            foreach (var report in reports) Tell(report, request, page, lines, told++);
            if (reports.Count > 0) continue;
            terminal.Error.WriteLine($"kansatsu: {WireText.Escape(file)}: {EewInput.WhyNothing(bytes)}");
            code = ExitCode.Incomplete;
        }

        lines?.Flush();
        return opened ? code : ExitCode.Unavailable;
    }

    static void Tell(EewReport report, Request request, Page? page, JsonLines? lines, int before)
    {
        if (lines is not null)
        {
            TelegramJson.Write(lines.Begin(), report, null);
            lines.End();
            return;
        }

        if (before > 0) page!.Line();
        new TelegramText(page!, request).Write(report, null);
    }

    /// <summary>A file may hold several texts, one behind the other.</summary>
    static List<EewReport> Reports(ReadOnlySpan<byte> bytes)
    {
        var reports = new List<EewReport>();
        while (!bytes.IsEmpty && reports.Count < MaxTelegrams)
        {
            // A telegram deep in a long file of something else.
            if (!IsFramed(bytes) && EewText.IndexOfHead(bytes) is > EewFrame.MaxLength / 2 and var head) bytes = bytes[head..];
            var end = IsFramed(bytes) ? bytes.Length : EewText.EndOfFirst(bytes);
            var piece = bytes[..Math.Min(end, EewFrame.MaxLength)];
            bytes = bytes[end..];
            if (!EewFrame.TryRead(piece, out _)) continue;
            reports.Add(EewReport.Alone(piece));
        }

        return reports;
    }

    static bool IsFramed(ReadOnlySpan<byte> bytes) => EewFrame.TryRead(bytes, out var frame) && frame.Form is EewForm.Ocn or EewForm.Socket or EewForm.Wni;

    static bool TryOpen(string file, Terminal terminal, out byte[] bytes)
    {
        bytes = [];
        try
        {
            using var stream = file == "-" ? terminal.Input() : File.OpenRead(file);
            using var all = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (all.Length < MaxBytes && stream.Read(buffer) is > 0 and var read) all.Write(buffer, 0, read);
            bytes = all.ToArray();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            terminal.Error.WriteLine($"kansatsu: {WireText.Escape(file)}: {WireText.Escape(e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : e.Message)}");
            return false;
        }
    }
}
