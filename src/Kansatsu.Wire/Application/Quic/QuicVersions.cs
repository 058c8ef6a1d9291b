namespace Kansatsu.Wire;

/// <summary>QUIC version numbers (IANA "QUIC Versions", RFC 9000 §15, RFC 9369) and those of Google's and Facebook's predecessors.</summary>
public static class QuicVersions
{
    public const uint Negotiation = 0;
    public const uint Version1 = 0x0000_0001;
    public const uint Version2 = 0x6b33_43cf;

    /// <summary>Drafts count from 0xff000000.</summary>
    public const uint DraftBase = 0xff00_0000;

    /// <summary>"Q0xx" and "T0xx" in ASCII: Google QUIC before the IETF's invariants.</summary>
    public static bool IsGoogle(uint version) => version >> 16 is 0x5130 or 0x5430;

    /// <summary>Google's last versions, Q050 and T05x, already have the header of RFC 8999.</summary>
    public static bool HasInvariants(uint version) => !IsGoogle(version) || (version & 0xffff) is >= 0x3530 and <= 0x3539;

    /// <summary>Long headers of this version have the layout and types of version 1 or 2.</summary>
    public static bool IsReadable(uint version) =>
        version is Version1 or Version2 || Draft(version) >= 23 || IsFacebook(version) || IsReserved(version) || (IsGoogle(version) && HasInvariants(version));

    /// <summary>Facebook's "facb" family.</summary>
    public static bool IsFacebook(uint version) => version >> 16 == 0xface;

    /// <summary>The number of the draft, or 0.</summary>
    public static int Draft(uint version) => version >> 8 == DraftBase >> 8 ? (int)(version & 0xff) : 0;

    /// <summary>0x?a?a?a?a: asks for version negotiation (RFC 9000 §15).</summary>
    public static bool IsReserved(uint version) => (version & 0x0f0f_0f0f) == 0x0a0a_0a0a;

    /// <summary>"1", "2", "draft-29", "Q046", or the number in hexadecimal.</summary>
    public static string Name(uint version)
    {
        if (version is Version1) return "1";
        if (version is Version2) return "2";
        if (Draft(version) > 0) return $"draft-{Draft(version)}";
        return IsGoogle(version) && IsDigit(version >> 8 & 0xff) && IsDigit(version & 0xff)
            ? $"{(char)(version >> 24)}0{(char)(version >> 8 & 0xff)}{(char)(version & 0xff)}"
            : $"0x{version:x8}";
    }

    static bool IsDigit(uint c) => c is >= '0' and <= '9';

    public static bool IsKnown(uint version) =>
        version is Version1 or Version2 || Draft(version) > 0 || IsGoogle(version) || IsFacebook(version) || IsReserved(version);
}
