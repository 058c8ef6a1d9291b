using Kansatsu.Registries;

namespace Kansatsu.Tests.Tools;

public class RegistryTests
{
    const string SpecialHeading = "Address Block,Name,RFC,Allocation Date,Termination Date,Source,Destination,Forwardable,Globally Reachable,Reserved-by-Protocol\r\n";

    [Fact]
    public void Quotes_notes_and_line_ends_inside_fields_are_understood()
    {
        var table = Registry.All[1].Make(
            SpecialHeading
            + "2001::/32,TEREDO,\"[RFC4380]\r\n        [RFC8190]\",2006-01,N/A,True,True,True,N/A [2],False\r\n"
            + "\"192.0.0.170/32, 192.0.0.171/32\",\"\"\"A\"\" name\",\"[RFC8880], Section 2.2\",2013-02,N/A,False,False,False,False [1],True\r\n"
            + "2002::/16 [3],6to4,[RFC3056],2001-02,N/A,True,True,True,True,False\r\n",
            "2025-10-09");
        Assert.Equal(
            [
                "# IANA IPv6 Special-Purpose Address Registry",
                "# https://www.iana.org/assignments/iana-ipv6-special-registry/iana-ipv6-special-registry-1.csv",
                "# as of 2025-10-09",
                "# block, name, reference, allocated, globally reachable",
                "2001::/32\tTEREDO\tRFC4380 RFC8190\t2006-01\tunstated",
                "192.0.0.170/32\tA name\tRFC8880\t2013-02\tno",
                "192.0.0.171/32\tA name\tRFC8880\t2013-02\tno",
                "2002::/16\t6to4\tRFC3056\t2001-02\tyes",
                "",
            ],
            table.Split('\n'));
    }

    [Fact]
    public void Only_allocated_blocks_of_registries_are_taken()
    {
        var table = Registry.All[2].Make(
            "Prefix,Designation,Date,WHOIS,RDAP,Status,Note\n"
            + "2001:0000::/23,IANA,1999-07-01,whois.iana.org,,ALLOCATED,note\n"
            + "2001:0200::/23,APNIC,1999-07-01,whois.apnic.net,\"https://a\nhttps://b\",ALLOCATED,\n"
            + "2d00:0000::/8,IANA,1999-07-01,,,RESERVED,\n",
            "2025-10-10");
        Assert.Equal("2001:0200::/23\tAPNIC\t1999-07-01", Assert.Single(table.TrimEnd().Split('\n'), line => line[0] != '#'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Address Block,Name\n10.0.0.0/8,Private-Use\n")]
    public void What_is_no_registry_is_refused(string csv) => Assert.Throws<FormatException>(() => Registry.All[0].Make(csv, "2025-01-01"));
}
