using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Actions;

public class ActionJournalTests
{
    [Fact]
    public void A_line_is_an_action()
    {
        var journal = Read("""{"start":"2011-06-08T00:00:00Z","end":"2011-06-08T09:00:30+09:00","what":"open it","process":"firefox-esr","host":"192.0.2.1","names":["WWW.Example.org.","https://cdn.example.org/a"]}""");
        var action = Assert.Single(journal.Actions);
        Assert.Equal(30 * Timestamp.PerSecond, action.End.Since(action.Start));
        Assert.Equal(["www.example.org", "cdn.example.org"], action.Names);
        Assert.Equal(("open it", "firefox-esr", Ipv6Address.Parse("192.0.2.1"), 1), (action.What, action.Process, action.Host!.Value, action.Line));
        Assert.Empty(journal.Problems);
    }

    [Fact]
    public void Comments_and_empty_lines_are_passed_over_and_numbers_are_times()
    {
        var journal = Read("# mine\n\n" + """{"start":1307491200.5,"names":["a.example"]}""");
        var action = Assert.Single(journal.Actions);
        Assert.Equal(1_307_491_200_500_000_000, action.Start.Nanoseconds);
        Assert.Equal(60 * Timestamp.PerSecond, action.End.Since(action.Start));
        Assert.Equal(3, action.Line);
    }

    [Theory]
    [InlineData("not json", "not a JSON object")]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("""{"names":["a.example"]}""", "\"start\"")]
    [InlineData("""{"start":"yesterday","names":["a.example"]}""", "\"start\"")]
    [InlineData("""{"start":"2011-06-08T00:00:00Z","what":"nothing to go by"}""", "\"names\"")]
    public void What_cannot_be_read_is_named_and_the_rest_is_kept(string line, string why)
    {
        var journal = Read(line + "\n" + """{"start":"2011-06-08T00:00:00Z","names":["a.example"]}""");
        Assert.Single(journal.Actions);
        var problem = Assert.Single(journal.Problems);
        Assert.StartsWith("line 1: ", problem, StringComparison.Ordinal);
        Assert.Contains(why, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_tuples_match_from_either_side()
    {
        var journal = Read("""{"start":0.001,"end":9000,"what":"test","flows":[{"protocol":"tcp","local":"2001:db8::10","remote":"2001:db8:1::1","remote_port":443}]}""");
        var flow = Assert.Single(Assert.Single(journal.Actions).Flows);
        Assert.True(flow.Matches(Flow("2001:db8::10", 50_000, "2001:db8:1::1", 443, 6)));
        Assert.True(flow.Matches(Flow("2001:db8:1::1", 443, "2001:db8::10", 50_000, 6)));
        Assert.False(flow.Matches(Flow("2001:db8::10", 50_000, "2001:db8:1::1", 443, 17)));
        Assert.False(flow.Matches(Flow("2001:db8::10", 50_000, "2001:db8:1::1", 80, 6)));
        Assert.False(flow.Matches(Flow("2001:db8::11", 50_000, "2001:db8:1::1", 443, 6)));
    }

    static Flow Flow(string from, ushort port, string to, ushort toPort, byte protocol) =>
        new() { Initiator = Ipv6Address.Parse(from), InitiatorPort = port, Responder = Ipv6Address.Parse(to), ResponderPort = toPort, Protocol = protocol, Family = 6 };

    static ActionJournal Read(string text) => ActionJournal.Read(new StringReader(text));
}
