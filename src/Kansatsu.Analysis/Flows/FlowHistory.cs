using System.Runtime.CompilerServices;

namespace Kansatsu.Analysis;

/// <summary>The first letters of a flow's history, kept without allocation.</summary>
[InlineArray(Capacity)]
struct FlowHistory
{
    public const int Capacity = 24;

    byte _first;

    public static string ToText(in Flow flow)
    {
        Span<char> text = stackalloc char[Capacity + 1];
        var length = 0;
        if ((flow.Flags & FlowFlags.Flipped) != 0) text[length++] = '^';
        for (var i = 0; i < flow.HistoryLength; i++) text[length++] = (char)flow.HistoryLetters[i];
        return new string(text[..length]);
    }

    /// <summary>Adds a letter the first time its happening is seen in a direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Once(ref Flow flow, bool back, char letter)
    {
        ref var seen = ref back ? ref flow.SeenBack : ref flow.SeenOut;
        var bit = 1u << (letter - 'a');
        if ((seen & bit) != 0) return;
        seen |= bit;
        Append(ref flow, back, letter);
    }

    /// <summary>Adds a letter of what may go on for long (c, g, t, w) the 1st, 10th, 100th … time, as Zeek does.</summary>
    public static void Repeat(ref Flow flow, bool back, char letter)
    {
        ref var seen = ref back ? ref flow.SeenBack : ref flow.SeenOut;
        seen |= 1u << (letter - 'a');
        if (flow.Repeats.Count(back, letter)) Append(ref flow, back, letter);
    }

    static void Append(ref Flow flow, bool back, char letter)
    {
        if (flow.HistoryLength >= Capacity) return;
        flow.HistoryLetters[flow.HistoryLength++] = (byte)(back ? letter : letter - ('a' - 'A'));
    }
}
