using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kansatsu.Wire;
using static Kansatsu.Tests.Wire.Application.Tls.TlsBytes;

namespace Kansatsu.Tests.Wire.Application.Tls;

public class CertificateNamesTests
{
    static readonly byte[] Sample = Certificate("host.example", "Some CA", Der(0x82, Text("host.example")), Der(0x82, Text("*.example")), Der(0x87, new byte[16]));

    [Fact]
    public void A_certificate_names_its_subject_its_issuer_and_its_hosts()
    {
        Assert.True(CertificateNames.TryRead(Sample, out var names));
        Assert.Equal("host.example"u8, names.SubjectCommonName);
        Assert.Equal("Some CA"u8, names.IssuerCommonName);
        Assert.Equal("240101000000Z"u8, names.NotBefore);
        Assert.Equal("340101000000Z"u8, names.NotAfter);
        Assert.Equal(["host.example", "*.example"], HostNames(names));
    }

    [Fact]
    public void A_real_certificate_is_read_like_the_platform_reads_it()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=real.example, O=Test, C=JP", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        alternatives.AddDnsName("real.example");
        alternatives.AddIpAddress(IPAddress.Parse("2001:db8::7"));
        request.CertificateExtensions.Add(alternatives.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(60));
        Assert.True(CertificateNames.TryRead(certificate.RawData, out var names));
        Assert.Equal("real.example"u8, names.SubjectCommonName);
        Assert.Equal(["real.example"], HostNames(names));
        var address = default(Ipv6Address);
        foreach (var name in names.AlternativeNames)
            if (name.IsAddress) address = Ipv6Address.Read(name.Value);
        Assert.Equal("2001:db8::7", address.ToString());
    }

    [Fact]
    public void A_certificate_cut_anywhere_gives_no_wrong_name()
    {
        for (var length = 0; length < Sample.Length; length++)
        {
            if (!CertificateNames.TryRead(Sample.AsSpan(0, length), out var names)) continue;
            Assert.Equal("host.example"u8, names.SubjectCommonName);
        }
    }

    [Fact]
    public void Every_byte_of_a_certificate_may_lie()
    {
        for (var at = 0; at < Sample.Length; at++)
        {
            foreach (var value in new byte[] { 0, 0x1f, 0x30, 0x80, 0x84, 0xff })
            {
                var bytes = (byte[])Sample.Clone();
                bytes[at] = value;
                if (CertificateNames.TryRead(bytes, out var names)) Assert.InRange(HostNames(names).Count, 0, 3);
            }
        }
    }

    [Fact]
    public void The_list_of_a_message_yields_each_certificate_and_stops_at_a_lie()
    {
        var body = Sized24(Sized24(Sample), Sized24(Sample), [0xff, 0xff, 0xff]);
        var count = 0;
        foreach (var certificate in new TlsCertificates(body))
        {
            count++;
            Assert.Equal(Sample, certificate.ToArray());
        }

        Assert.Equal(2, count);
    }

    [Theory]
    [InlineData("30 80 00 00")]
    [InlineData("30 85 01 01 01 01 01")]
    [InlineData("30 84 ff ff ff ff")]
    [InlineData("1f 81 00")]
    public void Lengths_and_tags_that_der_forbids_end_the_walk(string hex) =>
        Assert.False(new DerReader(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))).TryRead(out _, out _));

    static List<string> HostNames(in CertificateNames names)
    {
        var hosts = new List<string>();
        foreach (var name in names.AlternativeNames)
            if (name.IsDnsName) hosts.Add(Encoding.ASCII.GetString(name.Value));
        return hosts;
    }
}
