using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The version numbers of a ClientHello's supported_versions (RFC 8446 §4.2.1), reserved GREASE values (RFC 8701) left out.</summary>
public ref struct TlsVersions
{
    ReadOnlySpan<byte> _rest;

    internal TlsVersions(ReadOnlySpan<byte> list) => _rest = list;

    public ushort Current { get; private set; }

    public readonly TlsVersions GetEnumerator() => this;

    public bool MoveNext()
    {
        while (BinaryPrimitives.TryReadUInt16BigEndian(_rest, out var version))
        {
            _rest = _rest[2..];
            if (IsGrease(version)) continue;
            Current = version;
            return true;
        }

        return false;
    }

    /// <summary>0x0a0a, 0x1a1a … 0xfafa mean nothing: they keep servers tolerant.</summary>
    public static bool IsGrease(ushort value) => (value & 0x0f0f) == 0x0a0a && value >> 8 == (value & 0xff);
}
