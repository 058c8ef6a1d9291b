namespace Kansatsu.Wire;

/// <summary>Protocols of plain lines: the first line in the line, the first few in the block. What a password command carries is not shown.</summary>
static class TextListing
{
    const int MaxLines = 16;
    const int MaxInLine = 120;

    public static bool Summarize(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        Write(TextLines.First(bytes), to);
        return true;
    }

    public static void List(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        var lines = new TextLines(bytes);
        var count = 0;
        while (count < MaxLines && lines.MoveNext())
        {
            count++;
            Write(lines.Current, to.Field("Line"));
            if (FtpDataPort.TryRead(lines.Current, out var port)) to.Text("  (data port ").Number(port).Text(")");
        }

        if (!lines.Rest.IsEmpty) to.Field(count == MaxLines ? "More" : "Line without end").Number(lines.Rest.Length).Text(" bytes");
    }

    static void Write(ReadOnlySpan<byte> line, ListingWriter to)
    {
        if (TextCommand.TryRead(line, out var command) && (command.Is("PASS"u8) || command.Is("AUTH"u8))) to.Wire(command.Verb).Text(" …");
        else to.Wire(line, MaxInLine);
    }
}
