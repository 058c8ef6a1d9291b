namespace Kansatsu.Wire;

/// <summary>The numbers of an OBJECT IDENTIFIER, as 1.3.6.1.2.1.1.1.0 (X.690 §8.19).</summary>
public static class ObjectNames
{
    /// <summary>More numbers are not written: "…" stands for them.</summary>
    public const int MaxNumbers = 32;

    /// <param name="contents">The contents, without tag and length.</param>
    public static void Write(ReadOnlySpan<byte> contents, ListingWriter to)
    {
        ulong number = 0;
        var count = 0;
        foreach (var octet in contents)
        {
            if (number >> 56 != 0 || count == MaxNumbers)
            {
                to.Text("…");
                return;
            }

            number = (number << 7) | (octet & 0x7fu);
            if (octet >= 0x80) continue;
            if (count++ == 0)
            {
                var first = Math.Min(number / 40, 2);
                to.Number((long)first).Text(".").Number((long)(number - (first * 40)));
            }
            else to.Text(".").Number((long)number);

            number = 0;
        }
    }
}
