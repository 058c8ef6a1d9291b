using Kansatsu.App.Exporting;

namespace Kansatsu.Tests.App.Exporting;

public class ZeekStateTests
{
    [Theory]
    [InlineData("S", "S0")]
    [InlineData("SS", "S0")]
    [InlineData("Sr", "REJ")]
    [InlineData("SaR", "RSTOS0")]
    [InlineData("SR", "RSTOS0")]
    [InlineData("STR", "RSTOS0")]
    [InlineData("Sh", "S1")]
    [InlineData("ShA", "S1")]
    [InlineData("ShADad", "S1")]
    [InlineData("ShADadF", "S2")]
    [InlineData("ShADadf", "S3")]
    [InlineData("ShADadFf", "SF")]
    [InlineData("ShADadfF", "SF")]
    [InlineData("ShADadFfR", "SF")]
    [InlineData("ShADadFRf", "SF")]
    [InlineData("ShADadR", "RSTO")]
    [InlineData("ShADadFR", "RSTO")]
    [InlineData("ShADadr", "RSTR")]
    [InlineData("ShADadfr", "RSTR")]
    [InlineData("SF", "SH")]
    [InlineData("SFf", "SF")]
    [InlineData("hf", "SHR")]
    [InlineData("^hf", "SHR")]
    [InlineData("hr", "RSTRH")]
    [InlineData("hA", "S1")]
    [InlineData("hAD", "S1")]
    [InlineData("ADad", "OTH")]
    [InlineData("DFf", "SF")]
    [InlineData("r", "RSTRH")]
    [InlineData("R", "OTH")]
    [InlineData("", "OTH")]
    public void The_letters_of_the_history_give_the_state(string history, string state) =>
        Assert.Equal(state, ZeekState.OfHistory(history, isEmpty: false));

    [Fact]
    public void Both_reset_without_a_byte_is_a_rejection()
    {
        Assert.Equal("REJ", ZeekState.OfHistory("ShRr", isEmpty: true));
        Assert.Equal("RSTR", ZeekState.OfHistory("ShRr", isEmpty: false));
    }
}
