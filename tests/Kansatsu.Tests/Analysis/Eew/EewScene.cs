using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Kansatsu.Analysis;
using Kansatsu.App.Sending;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Eew;

/// <summary>The service of 2008 with its keep-alives and telegrams, and whoever else sends. Moments are seconds after 09:00 Japan time on 14 June 2008.</summary>
sealed class EewScene
{
    public const string Service = "2001:380:50c:99::51";
    public const string Group = "ff3e::8000:1000";
    public const int Port = 6101;
    public static readonly DateTime Nine = new(2008, 6, 14, 0, 0, 0, DateTimeKind.Utc);

    readonly List<(double At, byte[] Frame)> _frames = [];

    public Observer Observer { get; } = new();

    public DateTime Start { get; init; } = Nine;

    /// <summary>Bursts of three every 30 s.</summary>
    public EewScene KeepAlives(double from, double to, Sender? sender = null)
    {
        for (var at = from; at <= to; at += 30) Send(at, new EewFrameBuilder().KeepAlive(), sender ?? new Sender(), 3);
        return this;
    }

    /// <summary>A telegram as the service sends it.</summary>
    public EewScene True(double at, string text, int counter, Sender? sender = null, int copies = 3)
    {
        Send(at, Packet(text, counter), sender ?? new Sender(), copies);
        return this;
    }

    public EewScene Send(double at, byte[] payload, Sender sender, int copies)
    {
        for (var copy = 0; copy < copies; copy++) _frames.Add((at + (copy * 0.052), Frame(payload, sender)));
        return this;
    }

    public IReadOnlyList<EewReport> Observe()
    {
        var number = 0;
        foreach (var (at, bytes) in _frames.OrderBy(f => f.At))
        {
            var time = Timestamp.FromSeconds((long)(Start - DateTime.UnixEpoch).TotalSeconds, (long)(at * 1e9));
            Observer.Observe(new Frame(bytes, bytes.Length, time, LinkType.Ethernet, ++number));
        }

        return Observer.Telegrams.Judge();
    }

    public static Clock12 At(double seconds) => new(Nine.AddHours(9).AddSeconds(seconds));

    /// <summary>A moment as telegrams write it.</summary>
    public readonly record struct Clock12(DateTime Japan)
    {
        public override string ToString() => Japan.ToString("yyMMddHHmmss", CultureInfo.InvariantCulture);
    }

    /// <summary>A forecast for the aftershock of that morning, 30 s after it began.</summary>
    public static string Report(
        double issued, string serial = "001", string kind = "37", string flag = "00", string hypocentre = "213 N391 E1409 010 41 03", string codes = "RK662// RT00///", string rc = "/////",
        string areas = "", double began = 100, DateTime? day = null)
    {
        var nine = (day ?? Nine).AddHours(9);
        string Time(double seconds) => nine.AddSeconds(seconds).ToString("yyMMddHHmmss", CultureInfo.InvariantCulture);
        return $"{kind} 03 {flag} {Time(issued)} C11\n{Time(began)}\nND20{Time(began + 20)} NCN{serial} JD////////////// JN///\n{hypocentre} {codes} RC{rc}\n{areas}9999=\n";
    }

    public static string Cancel(double issued, string serial = "002", string flag = "10", double began = 100) =>
        Report(issued, serial, "39", flag, "/// //// ///// /// // //", "RK///// RT/////", began: began);

    public static byte[] Packet(string text, int counter, int? sequence = null, string date = "20080614") =>
        new EewFrameBuilder { Date = date, Counter = counter, Sequence = sequence ?? 42000 + counter }.Data(text);

    static byte[] Frame(byte[] payload, Sender sender)
    {
        var frame = new byte[62 + payload.Length];
        Convert.FromHexString("333380001000" + sender.Mac + "86dd60").CopyTo(frame, 0);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(18), (ushort)(8 + payload.Length));
        (frame[20], frame[21]) = (17, sender.HopLimit);
        Ipv6Address.Parse(sender.Source).Write(frame.AsSpan(22));
        Ipv6Address.Parse(sender.Group).Write(frame.AsSpan(38));
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(54), (ushort)sender.SourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(56), (ushort)sender.Port);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(58), (ushort)(8 + payload.Length));
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(60), (ushort)sender.Checksum);
        payload.CopyTo(frame, 62);
        return frame;
    }
}

sealed record Sender(
    string Source = EewScene.Service, string Group = EewScene.Group, int SourcePort = 32794, int Port = EewScene.Port, byte HopLimit = 54, string Mac = "001a6db9fd1b", int Checksum = 0);
