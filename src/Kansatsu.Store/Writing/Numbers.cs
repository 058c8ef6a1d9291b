namespace Kansatsu.Store;

/// <summary>The numbers in the store of what a batch shares, by those within the batch.</summary>
sealed class Numbers
{
    public long[] Texts = [];
    public long[] Names = [];
    public long[] Addresses = [];
    public long[] Causes = [];

    /// <summary>For so many, whatever was there before.</summary>
    public static Span<long> Room(ref long[] numbers, int count)
    {
        if (numbers.Length < count) numbers = new long[count * 2];
        return numbers.AsSpan(0, count);
    }
}
