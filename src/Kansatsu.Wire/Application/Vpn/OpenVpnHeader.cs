namespace Kansatsu.Wire;

/// <summary>The first byte of OpenVPN over UDP: an operation and a key number.</summary>
public readonly ref struct OpenVpnHeader
{
    OpenVpnHeader(byte first) => Operation = first >> 3;

    public int Operation { get; }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out OpenVpnHeader header)
    {
        header = bytes.IsEmpty ? default : new OpenVpnHeader(bytes[0]);
        return header.Operation is >= 1 and <= 11;
    }

    public static string Name(int operation) => operation switch
    {
        1 or 7 or 10 => "client hard reset",
        2 or 8 => "server hard reset",
        3 => "soft reset",
        4 or 11 => "control",
        5 => "acknowledgement",
        _ => "data",
    };
}
