using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Flows;

public class FlowIdTests
{
    static Flow Make(int port = 40000, long first = 5) => new()
    {
        Initiator = Ipv6Address.Parse("2001:db8::1"),
        Responder = Ipv6Address.Parse("2001:db8::2"),
        InitiatorPort = (ushort)port,
        ResponderPort = 443,
        Protocol = 6,
        Family = 6,
        First = new Timestamp(first),
    };

    [Fact]
    public void The_id_is_thirteen_letters_that_cannot_be_misread() => Assert.Matches("^[0-9a-hjkmnp-tv-z]{13}$", FlowId.Of(Make()));

    [Fact]
    public void Who_began_does_not_matter()
    {
        var flow = Make();
        var turned = flow with { Initiator = flow.Responder, Responder = flow.Initiator, InitiatorPort = flow.ResponderPort, ResponderPort = flow.InitiatorPort };
        Assert.Equal(FlowId.Of(flow), FlowId.Of(turned));
    }

    [Fact]
    public void Ends_ports_protocol_zone_and_time_do()
    {
        var flow = Make();
        string[] ids =
        [
            FlowId.Of(flow), FlowId.Of(Make(port: 40001)), FlowId.Of(Make(first: 6)), FlowId.Of(flow with { Protocol = 17 }), FlowId.Of(flow with { Zone = 1 }),
            FlowId.Of(flow with { Responder = Ipv6Address.Parse("2001:db8::3") }),
        ];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }
}
