namespace Kansatsu.App.Observing;

/// <summary>The first of many in some order, without sorting them all.</summary>
static class Largest
{
    /// <summary>Moves the first <paramref name="count"/> to the front, in no order among themselves (quickselect).</summary>
    public static void First<T>(Span<T> items, int count, Comparison<T> order)
    {
        while (count > 0 && count < items.Length)
        {
            var (low, high) = (0, items.Length - 1);
            var pivot = Median(items[0], items[high / 2], items[high], order);
            while (low <= high)
            {
                while (order(items[low], pivot) < 0) low++;
                while (order(items[high], pivot) > 0) high--;
                if (low > high) break;
                (items[low], items[high]) = (items[high], items[low]);
                low++;
                high--;
            }

            if (count <= high + 1) items = items[..(high + 1)];
            else if (count <= low) return;
            else
            {
                items = items[low..];
                count -= low;
            }
        }
    }

    static T Median<T>(T a, T b, T c, Comparison<T> order)
    {
        if (order(a, b) > 0) (a, b) = (b, a);
        return order(c, a) < 0 ? a : order(c, b) > 0 ? b : c;
    }
}
