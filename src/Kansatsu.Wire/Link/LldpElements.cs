namespace Kansatsu.Wire;

/// <summary>The elements of an LLDP message (IEEE 802.1AB §8.4): seven bits of type, nine of length. Enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct LldpElements(ReadOnlySpan<byte> message)
{
    public const int End = 0;
    public const int ChassisId = 1;
    public const int PortId = 2;
    public const int PortDescription = 4;
    public const int SystemName = 5;
    public const int SystemDescription = 6;

    WireReader _reader = new(message);

    public bool IsClean { get; private set; } = true;

    public int Type { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly LldpElements Current => this;

    public readonly LldpElements GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_reader.IsAtEnd) return false;
        if (_reader.TryReadUInt16(out var head) && _reader.TryReadBytes(head & 0x1ff, out var value))
        {
            Type = head >> 9;
            Value = value;
            return Type != End;
        }

        IsClean = false;
        return false;
    }
}
