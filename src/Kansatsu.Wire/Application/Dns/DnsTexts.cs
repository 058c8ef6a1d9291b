namespace Kansatsu.Wire;

/// <summary>The character strings of a TXT record (RFC 1035 §3.3.14): enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct DnsTexts(ReadOnlySpan<byte> content)
{
    WireReader _reader = new(content);

    public bool IsClean { get; private set; } = true;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly DnsTexts GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_reader.TryReadByte(out var length)) return false;
        if (!_reader.TryReadBytes(length, out var text))
        {
            IsClean = false;
            return false;
        }

        Current = text;
        return true;
    }
}
