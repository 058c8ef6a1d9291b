namespace Kansatsu.Wire;

/// <summary>HTTP/1 and what is built like it: the start line in the line, every field in the block.</summary>
static class HttpListing
{
    /// <summary>Fields listed of one header; the rest are counted.</summary>
    const int MaxFields = 64;

    public static bool Summarize(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        to.Wire(TextLines.First(bytes));
        return true;
    }

    public static bool SummarizePreface(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (bytes.StartsWith(HttpPreface.Http2)) to.Text("Connection preface");
        return bytes.StartsWith(HttpPreface.Http2);
    }

    public static void List(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        var reading = HttpHeader.Split(bytes, out var startLine, out var fields, out var length);
        to.Field("Start line").Wire(startLine);
        var count = 0;
        foreach (var field in new HttpFields(fields))
            if (count++ < MaxFields) to.Field("Field").Wire(field.Name).Text(": ").Wire(field.Value);
        if (count > MaxFields) to.Field("More fields").Number(count - MaxFields);
        if (reading == HttpReading.Complete && length < bytes.Length) to.Field("Body").Number(bytes.Length - length).Text(" bytes in this segment");
        else if (reading == HttpReading.NeedMore) to.Field("Header").Text("goes on behind this segment");
    }
}
