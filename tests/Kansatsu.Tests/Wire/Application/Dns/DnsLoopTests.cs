using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Dns;

public class DnsLoopTests
{
    /// <summary>Names that point to the first question's are not walked again: nothing may be missed for that.</summary>
    [Fact]
    public void Loops_are_found_as_if_every_name_were_walked()
    {
        var random = new Random(5);
        var (looping, clean) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            byte[] message = [0x12, 0x34, 0x81, 0x80, 0, (byte)random.Next(3), 0, (byte)random.Next(3), 0, (byte)random.Next(2), 0, 0, .. Content(random)];
            var expected = HasLoop(message);
            Assert.Equal(expected, UdpFrames.Dissect(53, 40000, message).Anomalies.Contains(Anomaly.DnsPointerLoop));
            if (expected) looping++;
            else clean++;
        }

        Assert.True(looping > 1000 && clean > 1000);
    }

    [Fact]
    public void Records_begin_where_the_questions_end_however_many_of_those_were_walked()
    {
        var random = new Random(6);
        for (var round = 0; round < 5_000; round++)
        {
            byte[] bytes = [0x12, 0x34, 0x81, 0x80, 0, (byte)random.Next(3), 0, (byte)random.Next(3), 0, 0, 0, 0, .. Content(random)];
            Assert.True(DnsMessage.TryRead(bytes, out var message));
            var expected = Told(message.Records);
            for (var walked = 0; walked < 4; walked++)
            {
                var questions = message.Questions;
                for (var i = 0; i < walked; i++) questions.MoveNext();
                Assert.Equal(expected, Told(message.RecordsAfter(questions)));
            }
        }
    }

    static string Told(DnsRecords records)
    {
        var text = "";
        while (records.MoveNext())
        {
            var record = records.Current;
            text += $"{record.Section} {record.Type} {record.Class} {record.Ttl} {Convert.ToHexString(record.Content)} {records.Position} ";
        }

        return text + records.IsClean;
    }

    /// <summary>Short labels, ends, pointers to anywhere near, and what stands behind names.</summary>
    static byte[] Content(Random random)
    {
        var bytes = new List<byte>();
        for (var i = random.Next(8); i > 0; i--)
        {
            switch (random.Next(4))
            {
                case 0: bytes.AddRange([2, (byte)'a', (byte)'b']); break;
                case 1: bytes.AddRange([0xc0, (byte)(random.Next(2) == 0 ? DnsMessage.HeaderLength : random.Next(12, 60))]); break;
                case 2: bytes.AddRange([0, 0, 1, 0, 1]); break;
                default: bytes.AddRange([0xc0, DnsMessage.HeaderLength, 0, 5, 0, 1, 0, 0, 0, 9, 0, 2, 0xc0, (byte)random.Next(12, 60)]); break;
            }
        }

        return [.. bytes];
    }

    static bool HasLoop(byte[] bytes)
    {
        Assert.True(DnsMessage.TryRead(bytes, out var message));
        var loops = false;
        foreach (var question in message.Questions) loops |= Loops(question.Name);
        foreach (var record in message.Records)
        {
            loops |= Loops(record.Name);
            if (record.TryGetTarget(out var target)) loops |= Loops(target);
        }

        return loops;
    }

    static bool Loops(DnsName name)
    {
        var labels = name.Labels;
        while (labels.MoveNext())
        {
        }

        return labels.IsLoop;
    }
}
