namespace Kansatsu.Wire;

/// <summary>DHCPv6 options side by side (RFC 8415 §21.1): enumerate, then ask <see cref="IsClean"/>. Containers are read by <see cref="Dhcpv6Option.Nested"/>.</summary>
public ref struct Dhcpv6Options(ReadOnlySpan<byte> options)
{
    WireReader _reader = new(options);

    public bool IsClean { get; private set; } = true;

    public Dhcpv6Option Current { get; private set; }

    public readonly Dhcpv6Options GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_reader.IsAtEnd) return false;
        if (_reader.TryReadUInt16(out var code) && _reader.TryReadUInt16(out var length) && _reader.TryReadBytes(length, out var value))
        {
            Current = new Dhcpv6Option(code, value);
            return true;
        }

        _reader.TrySkip(_reader.Remaining);
        IsClean = false;
        return false;
    }

    /// <summary>The value of the first option with that code.</summary>
    public readonly bool TryFind(ushort code, out ReadOnlySpan<byte> value)
    {
        var walk = this;
        while (walk.MoveNext())
        {
            if (walk.Current.Code != code) continue;
            value = walk.Current.Value;
            return true;
        }

        value = default;
        return false;
    }
}
