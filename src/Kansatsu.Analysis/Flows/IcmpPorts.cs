namespace Kansatsu.Analysis;

/// <summary>
/// ICMP has no ports: as in the Community ID specification the type stands for the sender's and the answering type for the other's; one-way
/// messages take the code.
/// </summary>
static class IcmpPorts
{
    public static (ushort Source, ushort Destination) OfIcmpv6(byte type, byte code) => type switch
    {
        128 => (128, 129),
        129 => (129, 128),
        133 => (133, 134),
        134 => (134, 133),
        135 => (135, 136),
        136 => (136, 135),
        130 => (130, 131),
        131 => (131, 130),
        139 => (139, 140),
        140 => (140, 139),
        144 => (144, 145),
        145 => (145, 144),
        _ => (type, code),
    };

    public static (ushort Source, ushort Destination) OfIcmp(byte type, byte code) => type switch
    {
        0 => (0, 8),
        8 => (8, 0),
        9 => (9, 10),
        10 => (10, 9),
        13 => (13, 14),
        14 => (14, 13),
        15 => (15, 16),
        16 => (16, 15),
        17 => (17, 18),
        18 => (18, 17),
        _ => (type, code),
    };

    /// <summary>The message answers another one: whoever sent it did not begin the conversation.</summary>
    public static bool IsAnswer(byte family, ushort type) => family == 6 ? type is 129 or 136 or 140 or 145 : type is 0 or 14 or 16 or 18;
}
