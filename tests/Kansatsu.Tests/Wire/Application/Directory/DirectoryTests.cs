using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Directory;

public class DirectoryTests
{
    static byte[] Bind => [0x30, 18, 2, 1, 1, 0x60, 13, 2, 1, 3, 4, 4, .. "cn=x"u8, 0x80, 2, 1, 2];

    [Fact]
    public void An_ldap_bind_names_who_binds()
    {
        Assert.True(LdapMessage.TryRead(Bind, out var message));
        Assert.Equal(1, message.MessageId);
        Assert.Equal(LdapMessage.BindRequest, message.Operation);
        Assert.Equal("cn=x"u8, message.Name);
    }

    [Fact]
    public void An_ldap_search_names_its_base()
    {
        Assert.True(LdapMessage.TryRead([0x30, 0x84, 0, 0, 0, 9, 2, 1, 2, 0x63, 4, 4, 2, (byte)'d', (byte)'c'], out var message));
        Assert.Equal(LdapMessage.SearchRequest, message.Operation);
        Assert.Equal("dc"u8, message.Name);
    }

    [Fact]
    public void An_ldap_message_cut_anywhere_is_harmless()
    {
        for (var length = 0; length < Bind.Length; length++)
            if (LdapMessage.TryRead(Bind.AsSpan(0, length), out var message)) Assert.True(message.Name.IsEmpty || message.Name.SequenceEqual("cn=x"u8));
    }

    [Theory]
    [InlineData("3003020101")]
    [InlineData("3006020101040100")]
    [InlineData("300602050101010101")]
    public void What_is_no_ldap_is_refused(string hex) => Assert.False(LdapMessage.TryRead(Convert.FromHexString(hex), out _));

    [Fact]
    public void A_kerberos_message_has_a_type_with_and_without_a_length()
    {
        Assert.True(KerberosMessage.TryReadStream([0, 0, 0, 32, 0x6c, 30], out var stream));
        Assert.Equal(12, stream.Type);
        Assert.True(KerberosMessage.TryRead([0x7e, 30], out var datagram));
        Assert.Equal(30, datagram.Type);
        Assert.False(KerberosMessage.TryReadStream([0, 0, 0, 0, 0x6c, 30], out _));
        Assert.False(KerberosMessage.TryReadStream([0, 0, 0], out _));
    }
}
