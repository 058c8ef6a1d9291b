using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application;

/// <summary>NTP, SNMP, syslog and flow export.</summary>
public class MonitoringTests
{
    const string Ntp = "24 01 03 ec 00000000 00000000 47505300" + "0000000000000000 0000000000000000 0000000000000000 e5a1b2c300000001";

    const string SnmpGet = "30 26 020101 0406 7075626c6963 a019 02012a 020100 020100 300e 300c 0608 2b06010201010100 0500";

    [Fact]
    public void Ntp_says_mode_stratum_and_reference()
    {
        Assert.True(NtpHeader.TryRead(UdpFrames.Hex(Ntp), out var ntp));
        Assert.Equal((4, 4, 1, "GPS\0"), (ntp.Version, ntp.Mode, ntp.Stratum, System.Text.Encoding.ASCII.GetString(ntp.ReferenceId)));
        Assert.Equal(0xe5a1b2c300000001, ntp.TransmitTimestamp);
        Assert.Equal("NTP Version 4, server", UdpFrames.Line(123, 123, UdpFrames.Hex(Ntp)));
        Assert.Contains("Reference id: GPS\n", UdpFrames.Block(123, 123, UdpFrames.Hex(Ntp)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_monlist_request_shows_its_code()
    {
        Assert.True(NtpHeader.TryRead(UdpFrames.Hex("17 00 03 2a 00000000"), out var ntp));
        Assert.Equal((NtpHeader.Private, 42), (ntp.Mode, ntp.PrivateRequest));
        Assert.False(NtpHeader.TryRead(UdpFrames.Hex("23 00 03 2a 00000000"), out _));
    }

    [Fact]
    public void Snmp_says_version_community_operation_and_object()
    {
        Assert.Equal("get-request v2c 1.3.6.1.2.1.1.1.0", UdpFrames.Line(40000, 161, UdpFrames.Hex(SnmpGet)));
        Assert.Contains("Community: public\n", UdpFrames.Block(40000, 161, UdpFrames.Hex(SnmpGet)), StringComparison.Ordinal);
    }

    [Fact]
    public void Encrypted_Snmp_version_3_keeps_its_secret() =>
        Assert.Equal("encrypted v3 ", UdpFrames.Line(40000, 161, UdpFrames.Hex("30 14 020103 3006 0201010201ff 0403 300100 0402 abcd")));

    [Fact]
    public void Snmp_trap_of_version_1_begins_with_its_enterprise() =>
        Assert.Equal("trap v1 1.3.6.1.4.1.9", UdpFrames.Line(40000, 162, UdpFrames.Hex("30 1b 020100 0406 7075626c6963 a40e 0606 2b0601040109 4004 0a00 0001")));

    [Theory]
    [InlineData("<34>su: failed\n", "auth.critical: su: failed")]
    [InlineData("<191>x", "local7.debug: x")]
    [InlineData("<192>x", "<192>x")]
    [InlineData("<>x", "<>x")]
    [InlineData("plain", "plain")]
    [InlineData("<0>\u001b[2J", @"kern.emergency: \x1b[2J")]
    public void Syslog_says_facility_and_severity(string message, string line) =>
        Assert.Equal(line, UdpFrames.Line(40000, 514, System.Text.Encoding.ASCII.GetBytes(message)));

    [Theory]
    [InlineData(2055, "0009 0002 00000000 00000000 00000000", "NetFlow version 9")]
    [InlineData(4739, "000a 0020 00000000 00000000 00000000", "IPFIX version 10")]
    [InlineData(6343, "00000005 00000001 0a000001 00000000 00000000 00000000 00000000", "sFlow version 5")]
    public void Flow_exports_say_their_version(int port, string payload, string line) => Assert.Equal(line, UdpFrames.Line(40000, port, UdpFrames.Hex(payload)));

    [Fact]
    public void Every_prefix_is_read_without_harm()
    {
        UdpFrames.TryEveryPrefix(123, 123, UdpFrames.Hex(Ntp));
        UdpFrames.TryEveryPrefix(40000, 161, UdpFrames.Hex(SnmpGet));
        UdpFrames.TryEveryPrefix(40000, 514, "<34>Oct 11 22:14:15 host su: failed"u8.ToArray());
        UdpFrames.TryEveryPrefix(40000, 2055, UdpFrames.Hex("0009 0002 00000000 00000000 00000000"));
        UdpFrames.TryEveryPrefix(40000, 6343, UdpFrames.Hex("00000005 00000001 0a000001 00000000 00000000 00000000 00000000"));
    }
}
