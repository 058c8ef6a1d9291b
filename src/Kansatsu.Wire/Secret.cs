namespace Kansatsu.Wire;

/// <summary>Secrets of hash tables: strangers choose the keys, and must not be able to aim many at one slot.</summary>
public static class Secret
{
    /// <summary>64 bits nobody can guess.</summary>
    public static ulong Next()
    {
        // Of the machine's randomness, as a generator for keys would be, but without loading a library of cryptography for it: a small capture is read faster
        // than that. Six of the 128 bits are fixed, so the halves are folded.
        Span<byte> bytes = stackalloc byte[16];
        Guid.NewGuid().TryWriteBytes(bytes);
        return BitConverter.ToUInt64(bytes) ^ BitConverter.ToUInt64(bytes[8..]);
    }
}
