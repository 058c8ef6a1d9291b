using System.Net;

namespace Kansatsu.Samples;

/// <summary>The two MLDv2 messages of the list. The diary names only their types; the bodies are what an idle router of the day would send.</summary>
public static class Eew2008Mld
{
    const byte Query = 130;
    const byte ReportV2 = 143;

    /// <summary>RFC 3810 §5.2.5: MODE_IS_EXCLUDE without sources, the report of a group wanted from anyone.</summary>
    const byte ModeIsExclude = 2;

    /// <summary>RFC 3810 §5.1, general query with the defaults of §9: answer within 10 s, robustness 2, next query in 125 s.</summary>
    public static byte[] GeneralQuery { get; } = [Query, 0, 0, 0, 10_000 >> 8, 10_000 & 0xff, 0, 0, .. new byte[16], 2, 125, 0, 0];

    /// <summary>
    /// RFC 3810 §5.2. The router answers for itself: all routers, PIM routers, MLDv2 routers, and its own solicited-node group.
    /// Nobody on the link asks for ff3e::8000:1000: "not that I had subscribed".
    /// </summary>
    public static byte[] RouterReport { get; } = Report("ff02::2", "ff02::d", "ff02::16", "ff02::1:ffb9:fd1b");

    static byte[] Report(params ReadOnlySpan<string> groups)
    {
        List<byte> message = [ReportV2, 0, 0, 0, 0, 0, 0, (byte)groups.Length];
        foreach (var group in groups)
        {
            message.AddRange([ModeIsExclude, 0, 0, 0]);
            message.AddRange(IPAddress.Parse(group).GetAddressBytes());
        }

        return [.. message];
    }
}
