using System.Runtime.CompilerServices;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Flows;

public class FlowHistoryTests
{
    const string Client = "2001:db8::1";
    const string Server = "2001:db8::2";

    readonly Scene _scene = new();

    string History => _scene.Observer.Flows[0].History.Replace("C", "", StringComparison.Ordinal).Replace("c", "", StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "SDT")]
    [InlineData(9, "SDT")]
    [InlineData(10, "SDTT")]
    [InlineData(99, "SDTT")]
    [InlineData(100, "SDTTT")]
    [InlineData(70_000, "SDTTTTT")]
    public void Data_sent_again_is_told_the_first_tenth_and_hundredth_time(int times, string history)
    {
        Begin();
        for (var i = 0; i <= times; i++) Out("data"u8, 101);
        Assert.Equal(history, History);
    }

    [Fact]
    public void Gaps_count_each_way()
    {
        Begin();
        for (var i = 0u; i < 11; i++) Out("data"u8, 101 + (8 * i));
        for (var i = 0u; i < 3; i++) Back("data"u8, 500 + (8 * i));
        Assert.Equal("SDGGdg", History);
    }

    [Fact]
    public void A_window_of_zero_counts_and_the_letters_of_the_end_still_find_room()
    {
        Begin();
        for (var i = 0; i < 100; i++) Segment(Client, Server, 99, 80, TcpFlags.Ack, window: 0);
        for (var i = 0; i < 10; i++) Segment(Server, Client, 80, 99, TcpFlags.Ack, window: 0);
        Segment(Client, Server, 99, 80, TcpFlags.Fin | TcpFlags.Ack, window: 1);
        Assert.Equal("SAWWWawwF", History);
    }

    [Fact]
    public void Wrong_checksums_count_for_datagrams_too()
    {
        for (var i = 0; i < 100; i++) _scene.Send(Client, Server, 17, [0, 99, 0, 80, 0, 12, 0, 1, 1, 2, 3, 4]);
        Assert.Equal("DCCC", _scene.Observer.Flows[0].History);
    }

    [Fact]
    public void A_history_that_is_full_takes_no_more_letters()
    {
        Begin();
        for (var i = 0; i < 1000; i++)
        {
            Segment(Client, Server, 99, 80, TcpFlags.Ack, window: 0);
            Segment(Server, Client, 80, 99, TcpFlags.Ack, window: 0);
            Out("data"u8, (uint)(101 + (8 * (i / 2))));
            Back("data"u8, (uint)(501 + (8 * (i / 2))));
        }

        Assert.Equal(FlowHistory.Capacity, _scene.Observer.Flows[0].History.Length);
    }

    /// <summary>Three cache lines, and what docs/reference/limits.md says.</summary>
    [Fact]
    public void A_flow_takes_224_bytes() => Assert.Equal(224, Unsafe.SizeOf<Flow>());

    void Begin() => _scene.Syn(Client, 99, Server, 80);

    void Out(ReadOnlySpan<byte> payload, uint sequence) => _scene.Tcp(Client, 99, Server, 80, TcpFlags.Ack, payload, sequence);

    void Back(ReadOnlySpan<byte> payload, uint sequence) => _scene.Tcp(Server, 80, Client, 99, TcpFlags.Ack, payload, sequence);

    void Segment(string from, string to, int port, int other, TcpFlags flags, byte window) =>
        _scene.Send(from, to, 6, [0, (byte)port, 0, (byte)other, 0, 0, 0, 101, 0, 0, 0, 0, 0x50, (byte)flags, 0, window, 0, 0, 0, 0]);
}
