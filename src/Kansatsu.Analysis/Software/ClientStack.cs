namespace Kansatsu.Analysis;

/// <summary>Whose TLS speaks: what a client's greeting betrays of the library that wrote it.</summary>
enum ClientStack : byte
{
    Unknown,
    Firefox,
    Chromium,
    Apple,
    OpenSsl,
    GnuTls,
}
