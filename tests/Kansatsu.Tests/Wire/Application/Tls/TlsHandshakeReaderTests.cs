using Kansatsu.Wire;
using static Kansatsu.Tests.Wire.Application.Tls.TlsBytes;

namespace Kansatsu.Tests.Wire.Application.Tls;

public class TlsHandshakeReaderTests
{
    const byte Handshake = 22;

    static readonly byte[] Hello = ClientHello(Sni("split.example"), Extension(21, new byte[300]));

    [Fact]
    public void A_hello_in_one_record_is_found()
    {
        Assert.Equal("split.example", Name(Record(Handshake, Hello), out var outcome, out _));
        Assert.Equal(TlsReading.NeedMore, outcome);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(100)]
    [InlineData(399)]
    public void A_hello_cut_by_records_of_any_size_is_whole_again(int size)
    {
        var stream = Concat([.. Hello.Chunk(size).Select(part => Record(Handshake, part))]);
        Assert.Equal("split.example", Name(stream, out _, out var consumed));
        Assert.Equal(stream.Length, consumed);
    }

    [Fact]
    public void A_stream_cut_anywhere_asks_for_more_and_says_how_much()
    {
        var stream = Concat(Record(Handshake, Hello[..50]), Record(Handshake, Hello[50..]));
        for (var length = 0; length < stream.Length; length++)
        {
            var reader = new TlsHandshakeReader(stream.AsSpan(0, length), new byte[1024]);
            Assert.False(reader.MoveNext());
            Assert.Equal(TlsReading.NeedMore, reader.Outcome);
            Assert.InRange(reader.Needed, length + 1, stream.Length);
            Assert.Equal(0, reader.Consumed);
        }
    }

    [Fact]
    public void Messages_that_share_records_are_all_found()
    {
        var messages = Concat(ServerHello(), Message(11, Sized24(Sized24(Certificate("a", "b")))), Message(14));
        var stream = Concat(Record(Handshake, messages[..60]), Record(Handshake, messages[60..]), Record(20, [1]));
        var types = new List<TlsHandshakeType>();
        var reader = new TlsHandshakeReader(stream, new byte[1024]);
        while (reader.MoveNext()) types.Add(reader.Current.Type);
        Assert.Equal([TlsHandshakeType.ServerHello, TlsHandshakeType.Certificate, TlsHandshakeType.ServerHelloDone], types);
        Assert.Equal(TlsReading.Complete, reader.Outcome);
    }

    [Fact]
    public void Reading_goes_on_from_what_was_consumed()
    {
        var first = Record(Handshake, ServerHello());
        var second = Record(Handshake, Message(14));
        var reader = new TlsHandshakeReader(Concat(first, second[..3]), new byte[64]);
        Assert.True(reader.MoveNext());
        Assert.False(reader.MoveNext());
        Assert.Equal(first.Length, reader.Consumed);
        var next = new TlsHandshakeReader(second, new byte[64]);
        Assert.True(next.MoveNext());
        Assert.Equal(TlsHandshakeType.ServerHelloDone, next.Current.Type);
    }

    [Fact]
    public void A_message_longer_than_the_scratch_space_is_shown_cut()
    {
        var stream = Concat(Record(Handshake, Hello[..200]), Record(Handshake, Hello[200..]), Record(Handshake, Message(14)));
        var reader = new TlsHandshakeReader(stream, new byte[150]);
        Assert.True(reader.MoveNext());
        Assert.False(reader.Current.IsComplete);
        Assert.Equal(150, reader.Current.Message.Length);
        Assert.True(TlsClientHello.TryReadStart(reader.Current.Message, out var hello));
        Assert.Equal("split.example"u8, hello.ServerName);
        Assert.True(reader.MoveNext());
        Assert.Equal(TlsHandshakeType.ServerHelloDone, reader.Current.Type);
    }

    [Fact]
    public void A_warning_before_the_server_hello_does_not_end_the_reading()
    {
        var reader = new TlsHandshakeReader(Concat(Record(21, [1, 112]), Record(Handshake, ServerHello())), new byte[64]);
        Assert.True(reader.MoveNext());
        Assert.Equal(TlsHandshakeType.ServerHello, reader.Current.Type);
    }

    [Theory]
    [InlineData("474554202f20485454502f312e310d0a")]
    [InlineData("16030100040102000116030100020000")]
    [InlineData("1603010000")]
    [InlineData("1603019999")]
    [InlineData("160301000463000000")]
    public void What_is_not_tls_is_said_to_be_something_else(string hex)
    {
        var reader = new TlsHandshakeReader(Convert.FromHexString(hex), new byte[64]);
        while (reader.MoveNext())
        {
        }

        if (hex.StartsWith("16030100040102", StringComparison.Ordinal)) Assert.NotEqual(TlsReading.Complete, reader.Outcome);
        else Assert.Equal(TlsReading.NotTls, reader.Outcome);
    }

    [Fact]
    public void An_alert_that_kills_or_data_ends_the_clear_part()
    {
        Assert.Equal(TlsReading.Complete, Outcome(Record(21, [2, 40])));
        Assert.Equal(TlsReading.Complete, Outcome(Record(23, [1, 2, 3])));
        Assert.Equal(TlsReading.Complete, Outcome(Record(20, [1])));
    }

    [Fact]
    public void Every_byte_may_lie()
    {
        var stream = Concat(Record(Handshake, Hello[..50]), Record(Handshake, Hello[50..]));
        for (var at = 0; at < stream.Length; at++)
        {
            var bytes = (byte[])stream.Clone();
            bytes[at] ^= 0xff;
            var reader = new TlsHandshakeReader(bytes, new byte[256]);
            var count = 0;
            while (reader.MoveNext()) Assert.InRange(++count, 1, bytes.Length / 4);
            Assert.InRange(reader.Consumed, 0, bytes.Length);
        }
    }

    static TlsReading Outcome(byte[] stream)
    {
        var reader = new TlsHandshakeReader(stream, new byte[64]);
        Assert.False(reader.MoveNext());
        return reader.Outcome;
    }

    static string? Name(byte[] stream, out TlsReading outcome, out int consumed)
    {
        string? name = null;
        var reader = new TlsHandshakeReader(stream, new byte[1024]);
        while (reader.MoveNext())
            if (TlsClientHello.TryRead(reader.Current.Message, out var hello)) name = System.Text.Encoding.ASCII.GetString(hello.ServerName);
        outcome = reader.Outcome;
        consumed = reader.Consumed;
        return name;
    }
}
