using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Dns;

public class DnsMessageTests
{
    // AAAA ipv6.example? with a CNAME to www.example and its address, and EDNS with a client subnet.
    internal const string Response =
        "1234 8180 0001 0002 0000 0001" + "0469707636 076578616d706c65 00 001c 0001"
        + "c00c 0005 0001 0000003c 0006 03777777 c011"
        + "c02a 001c 0001 0000003c 0010 20010db8000000000000000000000001"
        + "00 0029 04d0 00000000 000b 0008 0007 0001 18 00 c63364";

    [Fact]
    public void The_header_and_question_are_read()
    {
        Assert.True(DnsMessage.TryRead(UdpFrames.Hex(Response), out var message));
        Assert.True(message.IsResponse);
        Assert.True(message.RecursionDesired);
        Assert.Equal((0x1234, 0, 2), (message.Id, message.Rcode, message.AnswerCount));
        var questions = message.Questions;
        Assert.True(questions.MoveNext());
        Assert.Equal("ipv6.example", Text(questions.Current.Name));
        Assert.Equal("AAAA", DnsTypes.Name(questions.Current.Type));
        Assert.False(questions.MoveNext());
        Assert.True(questions.IsClean);
    }

    [Fact]
    public void Records_of_all_sections_are_read()
    {
        Assert.True(DnsMessage.TryRead(UdpFrames.Hex(Response), out var message));
        var records = message.Records;
        Assert.True(records.MoveNext());
        Assert.True(records.Current.TryGetTarget(out var target));
        Assert.Equal("www.example", Text(target));
        Assert.True(records.MoveNext());
        Assert.Equal("www.example", Text(records.Current.Name));
        Assert.True(records.Current.TryGetAddress(out var address));
        Assert.Equal("2001:db8::1", address.ToString());
        Assert.Equal(60u, records.Current.Ttl);
        Assert.True(records.MoveNext());
        Assert.Equal(DnsSection.Additional, records.Current.Section);
        Assert.Equal(1232, records.Current.Class);
        Assert.True(records.Current.Options.TryFind(DnsPairs.ClientSubnet, out var subnet));
        Assert.Equal("00011800c63364", Convert.ToHexStringLower(subnet));
        Assert.False(records.MoveNext());
        Assert.True(records.IsClean);
    }

    [Fact]
    public void A_service_record_says_host_and_port()
    {
        var record = Only("045f727464 00 0021 8001 00000078 000c 0001 0002 1f90 04686f7374 00");
        Assert.True(record.FlushesCache);
        Assert.True(record.TryGetService(out var priority, out var weight, out var port));
        Assert.Equal((1, 2, 8080), (priority, weight, port));
        Assert.True(record.TryGetTarget(out var host));
        Assert.Equal("host", Text(host));
        Assert.False(record.TryGetAddress(out _));
    }

    [Fact]
    public void An_https_record_gives_protocols_and_hints()
    {
        var record = Only("00 0041 0001 0000003c 0025 0001 00 0001 0003 026832 0006 0010 20010db8000000000000000000000005 0005 0003 aabbcc");
        Assert.True(record.TryGetPriority(out var priority));
        Assert.Equal(1, priority);
        var parameters = record.ServiceParameters;
        Assert.True(parameters.TryFind(DnsPairs.Alpn, out var alpn));
        Assert.Equal("026832", Convert.ToHexStringLower(alpn));
        Assert.True(parameters.TryFind(DnsPairs.Ipv6Hint, out var hint));
        Assert.Equal("2001:db8::5", Ipv6Address.Read(hint).ToString());
        Assert.True(parameters.TryFind(DnsPairs.EncryptedClientHello, out _));
        Assert.False(parameters.TryFind(DnsPairs.Port, out _));
    }

    [Fact]
    public void Texts_and_authorities_are_read()
    {
        var texts = Only("00 0010 0001 00000000 0006 02613d 02623d").Texts;
        Assert.True(texts.MoveNext());
        Assert.Equal("a=", Encoding.UTF8.GetString(texts.Current));
        Assert.True(texts.MoveNext());
        Assert.False(texts.MoveNext());
        Assert.True(texts.IsClean);
        Assert.True(Only("00 0101 0001 00000000 000a 00 05 6973737565 612e62").TryGetCertificationAuthority(out var tag, out var value));
        Assert.Equal("issue a.b", Encoding.UTF8.GetString(tag) + " " + Encoding.UTF8.GetString(value));
    }

    [Fact]
    public void A_text_longer_than_its_record_is_not_clean()
    {
        var texts = Only("00 0010 0001 00000000 0002 0561").Texts;
        Assert.False(texts.MoveNext());
        Assert.False(texts.IsClean);
    }

    [Fact]
    public void NetBios_names_lose_their_encoding()
    {
        var text = new byte[NbnsName.MaxTextLength];
        Assert.False(NbnsName.TryWrite(new DnsName("\u0003abc\0"u8, 0), text, out _));
        byte[] message = [0x20, .. Encode("WORKGROUP      \x1c"), 0];
        Assert.True(NbnsName.TryWrite(new DnsName(message, 0), text, out var length));
        Assert.Equal("WORKGROUP<1c>", Encoding.ASCII.GetString(text, 0, length));
    }

    [Fact]
    public void Unknown_types_keep_their_number()
    {
        Assert.Equal("TYPE4711", DnsTypes.Name(4711));
        Assert.Equal("CLASS2", DnsTypes.ClassName(2));
        Assert.Equal("RCODE12", DnsTypes.RcodeName(12));
    }

    [Fact]
    public void A_count_without_its_records_is_malformed()
    {
        Assert.True(UdpFrames.Dissect(53, 40000, UdpFrames.Hex("1234 8180 0000 0001 0000 0000")).Anomalies.Contains(Anomaly.DnsMalformed));
        Assert.True(UdpFrames.Dissect(53, 40000, UdpFrames.Hex("1234 8380 0000 0001 0000 0000")).Anomalies.Contains(Anomaly.ApplicationTruncated));
        Assert.True(UdpFrames.Dissect(40000, 53, UdpFrames.Hex("1234 0100")).Anomalies.Contains(Anomaly.DnsMalformed));
        Assert.False(UdpFrames.Dissect(53, 40000, UdpFrames.Hex(Response)).Anomalies.Contains(Anomaly.DnsMalformed));
    }

    [Fact]
    public void A_name_that_points_to_itself_is_named() =>
        Assert.True(UdpFrames.Dissect(40000, 53, UdpFrames.Hex("1234 0100 0001 0000 0000 0000 c00c 0001 0001")).Anomalies.Contains(Anomaly.DnsPointerLoop));

    [Fact]
    public void Every_prefix_is_read_without_harm()
    {
        UdpFrames.TryEveryPrefix(53, 40000, UdpFrames.Hex(Response));
        UdpFrames.TryEveryPrefix(5353, 5353, UdpFrames.Hex(Response));
        UdpFrames.TryEveryPrefix(137, 137, UdpFrames.Hex(Response));
    }

    internal static byte[] Encode(string netBiosName) => [.. netBiosName.SelectMany(c => new[] { (byte)('A' + (c >> 4)), (byte)('A' + (c & 0xf)) })];

    static DnsRecord Only(string record)
    {
        Assert.True(DnsMessage.TryRead(UdpFrames.Hex("0000 8400 0000 0001 0000 0000" + record), out var message));
        var records = message.Records;
        Assert.True(records.MoveNext());
        return records.Current;
    }

    static string Text(DnsName name)
    {
        var text = new byte[DnsName.MaxTextLength];
        Assert.True(name.TryWrite(text, out var length));
        return Encoding.UTF8.GetString(text, 0, length);
    }
}
