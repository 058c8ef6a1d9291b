using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Tells TLS libraries apart by which extensions their greetings carry. Browsers own theirs: NSS in Firefox sends delegated_credentials with
/// record_size_limit; BoringSSL in Chromium sends GREASE (RFC 8701) and application_settings; Apple's sends GREASE alone. Other
/// libraries are shared by many programs, so they only tell that it was no browser.
/// </summary>
static class ClientStacks
{
    const ushort Padding = 21; // RFC 7685
    const ushort SessionTicket = 35; // RFC 5077
    const ushort Cookie = 44; // RFC 8446 §4.2.2
    const ushort EncryptThenMac = 22; // RFC 7366
    const ushort RecordSizeLimit = 28; // RFC 8449
    const ushort DelegatedCredentials = 34; // RFC 9345
    const ushort PostHandshakeAuth = 49; // RFC 8446 §4.2.6
    const ushort ApplicationSettingsOld = 17513; // draft-vvv-tls-alps
    const ushort ApplicationSettings = 17613;

    public static ClientStack Of(in TlsClientHello hello)
    {
        if (!hello.IsClean) return ClientStack.Unknown;
        var (grease, settings, credentials, limit, mac, post) = (IsGrease(First(hello.CipherSuites)), false, false, false, false, false);
        foreach (var extension in hello.Extensions)
        {
            switch (extension.Type)
            {
                case ApplicationSettings or ApplicationSettingsOld: settings = true; break;
                case DelegatedCredentials: credentials = true; break;
                case RecordSizeLimit: limit = true; break;
                case EncryptThenMac: mac = true; break;
                case PostHandshakeAuth: post = true; break;
            }
        }

        if (grease) return settings ? ClientStack.Chromium : ClientStack.Apple;
        if (credentials && limit) return ClientStack.Firefox;
        if (limit && mac) return ClientStack.GnuTls;
        return mac || post ? ClientStack.OpenSsl : ClientStack.Unknown;
    }

    /// <summary>
    /// A number that greetings of one program share: over its cipher suites and the set of its extensions, in any order (Chromium shuffles
    /// them), without what differs from one greeting to the next: GREASE, names, padding, resumption.
    /// </summary>
    public static uint Print(in TlsClientHello hello)
    {
        if (!hello.IsClean) return 0;
        var print = 0x811c_9dc5u;
        for (var i = 0; i + 1 < hello.CipherSuites.Length; i += 2)
        {
            var suite = BinaryPrimitives.ReadUInt16BigEndian(hello.CipherSuites[i..]);
            if (!IsGrease(suite)) print = (print ^ suite) * 0x0100_0193;
        }

        foreach (var extension in hello.Extensions)
        {
            if (IsGrease(extension.Type) || IsVariable(extension.Type)) continue;
            print += (extension.Type + 1u) * 0x9e37_79b1;
        }

        return print == 0 ? 1 : print;
    }

    /// <summary>The program, where the library belongs to one.</summary>
    public static string? ProgramOf(ClientStack stack) => stack switch
    {
        ClientStack.Firefox => "Firefox",
        ClientStack.Chromium => "Chromium",
        ClientStack.Apple => "Safari",
        _ => null,
    };

    public static string? WordsOf(ClientStack stack) => stack switch
    {
        ClientStack.Firefox => "NSS with Firefox's extensions",
        ClientStack.Chromium => "BoringSSL with Chromium's extensions",
        ClientStack.Apple => "Apple's TLS",
        ClientStack.OpenSsl => "OpenSSL",
        ClientStack.GnuTls => "GnuTLS",
        _ => null,
    };

    static bool IsVariable(ushort type) =>
        type is TlsExtension.ServerName or Padding or SessionTicket or TlsExtension.PreSharedKey or TlsExtension.EarlyData or Cookie or TlsExtension.EncryptedClientHello;

    static ushort First(ReadOnlySpan<byte> ciphers) => ciphers.Length < 2 ? (ushort)0 : BinaryPrimitives.ReadUInt16BigEndian(ciphers);

    /// <summary>0x0a0a, 0x1a1a … 0xfafa (RFC 8701 §2).</summary>
    static bool IsGrease(ushort value) => (value & 0x0f0f) == 0x0a0a && value >> 8 == (value & 0xff);
}
