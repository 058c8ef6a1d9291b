using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Views;

/// <summary>Streams that beat regularly: the pulse of the link.</summary>
sealed partial class ReadScreen
{
    const int ChannelsShown = 4;
    const int ChannelWidth = 34;

    void WriteChannels()
    {
        var beating = new ChannelSights(_observer).Regular(ChannelsShown, out var count);
        if (count == 0) return;
        Label(Say("Streams with a regular beat", "一定の周期で届くストリーム"));
        foreach (var channel in beating)
        {
            page.Text("  ").Pad(DisplayWidth.Cut($"{channel.Group} {channel.Port}", ChannelWidth), ChannelWidth).Text("  ").Pad(ChannelWords.KindOf(channel), 8).Text("  ");
            page.Text(ChannelWords.Rhythm(channel, request)).Line(channel.IsStopped ? Say(", stopped", "、停止") : "");
        }

        More(count - ChannelsShown);
    }
}
