namespace Kansatsu.Wire;

/// <summary>Cuts the header of an HTTP-like message into its start line and its field lines, within limits.</summary>
static class HttpHeader
{
    /// <summary>Longest header, start line included, that is read.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>Most lines of a header.</summary>
    public const int MaxLines = 1024;

    /// <param name="fields">The field lines without the empty line that ends them; so far as they are there.</param>
    /// <param name="length">Bytes of the header with its empty line; 0 when it is not whole.</param>
    public static HttpReading Split(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> startLine, out ReadOnlySpan<byte> fields, out int length)
    {
        startLine = fields = default;
        length = 0;
        var isLong = bytes.Length >= MaxLength;
        var unfinished = isLong ? HttpReading.NotHttp : HttpReading.NeedMore;
        var lines = new TextLines(isLong ? bytes[..MaxLength] : bytes);
        if (!lines.MoveNext()) return unfinished;
        startLine = lines.Current;
        fields = lines.Rest;
        var begin = lines.Position;
        for (var count = 0; count <= MaxLines; count++)
        {
            var end = lines.Position;
            if (!lines.MoveNext()) return unfinished;
            if (!lines.Current.IsEmpty) continue;
            fields = bytes[begin..end];
            length = lines.Position;
            return HttpReading.Complete;
        }

        return HttpReading.NotHttp;
    }
}
