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
        var beating = new ChannelSights(_observer).All.Where(channel => channel.Period > 0).OrderByDescending(channel => channel.Packets).ToList();
        if (beating.Count == 0) return;
        Label(Say("Streams with a regular beat", "一定の周期で届くストリーム"));
        foreach (var channel in beating.Take(ChannelsShown))
        {
            page.Text("  ").Pad(DisplayWidth.Cut($"{channel.Group} {channel.Port}", ChannelWidth), ChannelWidth).Text("  ").Pad(ChannelWords.KindOf(channel), 8).Text("  ");
            page.Text(ChannelWords.Rhythm(channel, request)).Line(channel.IsStopped ? Say(", stopped", "、停止") : "");
        }

        More(beating.Count - ChannelsShown);
    }
}
