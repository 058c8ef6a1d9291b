namespace Kansatsu.App.Text;

/// <summary>Numbers as a line of block characters, each as high as its share of the largest.</summary>
static class Sparkline
{
    const string Blocks = " ▁▂▃▄▅▆▇█";

    /// <summary>One column a value. Nothing is a space, and anything more is at least the lowest block.</summary>
    /// <param name="largest">What a full block stands for; 0 = the largest of the values.</param>
    /// <param name="columns">Columns that each value takes.</param>
    public static string Of(ReadOnlySpan<long> values, long largest = 0, int columns = 1)
    {
        if (largest <= 0)
        {
            foreach (var value in values) largest = Math.Max(largest, value);
        }

        var text = new char[values.Length * columns];
        for (var i = 0; i < values.Length; i++) text.AsSpan(i * columns, columns).Fill(Block(values[i], largest));
        return new string(text);
    }

    static char Block(long value, long largest)
    {
        if (value <= 0) return Blocks[0];
        var eighths = (int)Math.Ceiling((double)value / largest * 8);
        return Blocks[Math.Clamp(eighths, 1, 8)];
    }
}
