using System.Text;
using Kansatsu.Analysis;

namespace Kansatsu.Store;

/// <summary>
/// Evidence in few bytes. Sentences are alike but for numbers, addresses and flows that they name: what stays the same is kept once for all flows, the
/// rest here. For each fact: the number of its sentence, the words left out of it, how many frames, and the frames as differences; numbers are in groups
/// of seven bits, the lowest first.
/// </summary>
static class EvidenceBytes
{
    /// <summary>Between rung and sentence; and in place of a word.</summary>
    const char Separator = '\u0001';
    const char Hole = '\u0002';

    /// <param name="rests">Takes what the sentence does not share with others.</param>
    public static PreparedFact Prepare(Evidence fact, Numbered<string> texts, ByteBuffer rests)
    {
        var from = rests.Length;
        var template = texts.Of(Template(fact, rests));
        rests.Put((ulong)fact.Packets.Count);
        var before = 0L;
        foreach (var frame in fact.Packets)
        {
            rests.Put(ZigZag(frame - before));
            before = frame;
        }

        return new PreparedFact(template, from, rests.Length - from);
    }

    /// <param name="texts">The numbers of the texts in the store.</param>
    public static void Write(ReadOnlySpan<PreparedFact> facts, ByteBuffer rests, long[] texts, ByteBuffer to)
    {
        to.Clear();
        foreach (var fact in facts)
        {
            to.Put((ulong)texts[fact.Template]);
            to.Put(rests.Written.Slice(fact.From, fact.Length));
        }
    }

    public static IReadOnlyList<Evidence> Read(ReadOnlySpan<byte> bytes, Func<long, string> text)
    {
        var facts = new List<Evidence>();
        while (!bytes.IsEmpty)
        {
            var template = text((long)Take(ref bytes)).Split(Separator, 2);
            var says = new StringBuilder();
            foreach (var letter in template.Length > 1 ? template[1] : "")
            {
                if (letter == Hole) says.Append(TakeText(ref bytes));
                else says.Append(letter);
            }

            var packets = new long[Math.Min((long)Take(ref bytes), bytes.Length)];
            var before = 0L;
            for (var i = 0; i < packets.Length; i++) packets[i] = before += UnZigZag(Take(ref bytes));
            facts.Add(new Evidence(template[0], says.ToString(), packets));
        }

        return facts;
    }

    /// <summary>The sentence with a hole for each word that may be another in every flow.</summary>
    static string Template(Evidence fact, ByteBuffer words)
    {
        var template = new StringBuilder(fact.Rung.Length + fact.Says.Length + 1).Append(fact.Rung).Append(Separator);
        var isAfterFlow = false;
        var rest = fact.Says.AsSpan();
        while (true)
        {
            var end = rest.IndexOf(' ');
            var word = end < 0 ? rest : rest[..end];
            if (IsOwn(word, isAfterFlow))
            {
                words.Put(word);
                template.Append(Hole);
            }
            else template.Append(word);
            if (end < 0) return template.ToString();
            template.Append(' ');
            isAfterFlow = word is "flow";
            rest = rest[(end + 1)..];
        }
    }

    /// <summary>A number, an address, the id of a flow; or what would be taken for a hole.</summary>
    static bool IsOwn(ReadOnlySpan<char> word, bool isAfterFlow) =>
        !word.IsEmpty && (char.IsAsciiDigit(word[0]) || (isAfterFlow && word.Length >= FlowId.Length) || word.IndexOfAnyInRange('\0', '\u001f') >= 0);

    static string TakeText(ref ReadOnlySpan<byte> bytes)
    {
        var length = (int)Math.Min(Take(ref bytes), (ulong)bytes.Length);
        var text = Encoding.UTF8.GetString(bytes[..length]);
        bytes = bytes[length..];
        return text;
    }

    static ulong Take(ref ReadOnlySpan<byte> bytes)
    {
        var (value, shift) = (0UL, 0);
        while (!bytes.IsEmpty && shift < 64)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) break;
            shift += 7;
        }

        return value;
    }

    static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    static long UnZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);
}
