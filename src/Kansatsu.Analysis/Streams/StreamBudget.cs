using System.Buffers;

namespace Kansatsu.Analysis;

/// <summary>
/// The memory that all streams together may hold. Where nothing is left, a stream loses what it waited for and is read anew at its next segment:
/// names may be missed, flows and counts are not.
/// </summary>
sealed class StreamBudget
{
    /// <summary>Bytes of kept and early segments over all streams.</summary>
    public const long MaxBytes = 48 << 20;

    public long Used { get; private set; }

    /// <summary>How often a stream asked for room and there was none.</summary>
    public long Refused { get; private set; }

    /// <returns>At least so many bytes, or null when the budget is spent.</returns>
    public byte[]? Rent(int length)
    {
        if (Used + length > MaxBytes)
        {
            Refused++;
            return null;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(length);
        Used += bytes.Length;
        return bytes;
    }

    public void Return(byte[] bytes)
    {
        Used -= bytes.Length;
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
