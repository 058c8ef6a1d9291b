using System.Globalization;
using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Eew;

public class EewFrameTests
{
    [Fact]
    public void Every_packet_reads_as_expected()
    {
        var differ = new List<string>();
        var rows = 0;
        foreach (var (folder, row) in EewSamples.Rows("expected_packets.tsv"))
        {
            rows++;
            var bytes = EewSamples.Read(folder, row["file"]);
            Assert.True(EewFrame.TryRead(bytes, out var frame), row["file"]);
            foreach (var (field, value) in Facts(frame))
                if (row[field] != value) differ.Add($"{row["file"]}: {field} is '{value}', not '{row[field]}'");
        }

        Assert.True(rows >= 10);
        Assert.Empty(differ);
    }

    static Dictionary<string, string> Facts(in EewFrame frame)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["form"] = frame.Form.ToString().ToUpperInvariant(),
            ["bytes"] = Number(frame.Bytes.Length),
            ["ident"] = frame.IsKeepAlive ? "" : Encoding.ASCII.GetString(frame.Ident),
            ["heading"] = Convert.ToHexStringLower(frame.Heading),
            ["text_bytes"] = frame.Text.IsEmpty ? "" : Number(frame.Text.Length),
            ["ends_with_ETX"] = frame.IsKeepAlive ? "" : YesNo(frame.EndsWithEndOfText),
            ["first_line"] = Encoding.ASCII.GetString(frame.Text).Split('\n')[0],
        };
        if (frame.IsOcn)
        {
            facts["outer_length"] = Number(frame.OuterLength);
            facts["outer_length_ok"] = YesNo(frame.OuterLength == frame.Bytes.Length);
            for (var i = 4; i < 8; i++) facts[$"byte{i}"] = frame.Bytes[i].ToString("x2", CultureInfo.InvariantCulture);
        }

        if (!frame.Socket.IsEmpty)
        {
            facts["socket_length"] = Number(frame.SocketLength);
            facts["socket_length_ok"] = YesNo(frame.SocketLength == frame.SocketRest);
            facts["socket_type"] = Encoding.ASCII.GetString(frame.SocketType);
        }

        if (!EewControlHeader.TryRead(frame.Control, out var control)) return facts;
        facts["bch_version"] = Number(control.Version);
        facts["bch_sequence"] = Number(control.SequenceNumber ?? -1);
        facts["bch_test"] = control.IsTest ? "1" : "0";
        facts["bch_checksum"] = control.Checksum.ToString("x4", CultureInfo.InvariantCulture);
        facts["bch_checksum_ok"] = YesNo(control.IsChecksumRight);
        return facts;
    }

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    static string YesNo(bool holds) => holds ? "yes" : "no";

    [Fact]
    public void The_unknown_bytes_of_the_header_are_kept()
    {
        EewFrame.TryRead(EewSamples.Read("packet_seed_data_6101.hex"), out var frame);
        Assert.Equal("00000303000001000100", Convert.ToHexStringLower(frame.UnknownFirst));
        Assert.Equal(new string('0', 36), Convert.ToHexStringLower(frame.UnknownLast));
    }

    [Fact]
    public void The_heading_is_half_width_katakana()
    {
        EewFrame.TryRead(EewSamples.Read("packet_seed_data_6101.hex"), out var frame);
        Assert.Equal("ﾅｳｷﾔｽﾄ3 ｷｼﾖｳ", JisX0201.Decode(frame.Heading));
    }

    [Fact]
    public void A_line_end_inside_the_control_header_is_no_line_end()
    {
        var bytes = EewSamples.Read("packet_seed_data_6101.hex");
        (bytes[60], bytes[61]) = (0x02, 0x0a);
        Assert.True(EewFrame.TryRead(bytes, out var frame));
        Assert.Equal((12, 141), (frame.Heading.Length, frame.Text.Length));
    }

    [Theory]
    [InlineData("garbage before it ")]
    [InlineData("")]
    [InlineData("\n  \x02\n")]
    public void Text_in_another_framing_is_found(string before)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(before), .. EewSamples.Read("2008-06-14_37_first_seed.txt"), 0x03, 0x00];
        Assert.True(EewFrame.TryRead(bytes, out var frame));
        Assert.Equal(before.StartsWith('g') ? (EewForm.Unframed, 140) : (EewForm.Text, 141), (frame.Form, frame.Text.Length));
    }

    [Fact]
    public void What_follows_a_text_in_a_relay_is_not_the_telegrams()
    {
        var text = Encoding.ASCII.GetString(EewSamples.Read("2011-03-12_37_001.txt")).TrimEnd().Replace('\n', ' ');
        Assert.True(EewFrame.TryRead(Encoding.ASCII.GetBytes($$"""{"Serial":1,"OriginalText":"{{text}}","isFinal":false}"""), out var frame));
        Assert.Equal((EewForm.Unframed, text), (frame.Form, Encoding.ASCII.GetString(frame.Text)));
        Assert.True(EewTelegram.Decode(frame.Text).IsRegular);
    }

    [Fact]
    public void JMAs_socket_framing_is_read_without_OCNs_header()
    {
        Assert.True(EewFrame.TryRead(EewSamples.Read("packet_seed_data_6101.hex").AsSpan(48), out var frame));
        Assert.Equal((EewForm.Socket, 194, 141), (frame.Form, frame.SocketLength, frame.Text.Length));
    }

    [Fact]
    public void A_part_of_several_is_no_whole()
    {
        var bytes = EewSamples.Read("packet_seed_data_6101.hex");
        bytes[12] = 2;
        EewFrame.TryRead(bytes, out var frame);
        Assert.Equal((true, 1, 2), (frame.IsPart, frame.Part, frame.Parts));
    }

    [Theory]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("3000000000ff")]
    [InlineData("3100000000ff030100000100010000000000000000000000000000000000000000000000000000000000000000000000000000000001")]
    public void Other_payloads_are_no_telegrams(string hex) => Assert.False(EewFrame.TryRead(Convert.FromHexString(hex), out var frame) && !frame.IsKeepAlive);

    [Fact]
    public void No_change_of_bytes_throws_or_makes_a_drill_a_live_warning()
    {
        foreach (var file in EewSamples.Packets)
        {
            var bytes = EewSamples.Read(file);
            for (var cut = 0; cut <= bytes.Length; cut++) Read(bytes.AsSpan(0, cut));
            for (var at = 0; at < bytes.Length; at++)
            {
                foreach (var value in new byte[] { 0, 2, 3, 0x0a, 0x30, 0x7f, 0xff })
                {
                    var old = bytes[at];
                    bytes[at] = value;
                    Read(bytes);
                    bytes[at] = old;
                }
            }
        }
    }

    static void Read(ReadOnlySpan<byte> bytes)
    {
        EewFrame.MayCarry(bytes, true);
        if (!EewFrame.TryRead(bytes, out var frame)) return;
        _ = (frame.OuterLength, frame.SocketLength, frame.SocketType.Length, frame.Part, frame.KeyFirst.Length, frame.KeyRest.Length, frame.UnknownLast.Length);
        if (EewControlHeader.TryRead(frame.Control, out var control)) _ = (control.SequenceNumber, control.IsChecksumRight, control.Receiver, control.Sender);
        if (!frame.Text.IsEmpty) EewTelegram.Decode(frame.Text);
    }
}
