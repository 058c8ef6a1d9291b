using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>A 48-bit link-layer address.</summary>
public readonly record struct MacAddress(ulong Value) : IComparable<MacAddress>
{
    public const int Length = 6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MacAddress Read(ReadOnlySpan<byte> bytes) =>
        new(((ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes) << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]));

    public bool IsNone => Value == 0;

    public bool IsGroup => (Value >> 40 & 1) != 0;

    /// <summary>Locally administered: randomised or made up by software, so it names no vendor.</summary>
    public bool IsLocal => (Value >> 40 & 2) != 0;

    public bool Equals(MacAddress other) => Value == other.Value;

    public override int GetHashCode() => Value.GetHashCode();

    public int CompareTo(MacAddress other) => Value.CompareTo(other.Value);

    public override string ToString() => string.Create(17, Value, static (text, value) =>
    {
        for (var i = 0; i < 6; i++)
        {
            if (i != 0) text[(i * 3) - 1] = ':';
            ((byte)(value >> (40 - (8 * i)))).TryFormat(text[(i * 3)..], out _, "x2");
        }
    });
}
