namespace Kansatsu.Samples;

/// <summary>The UDP payloads of the diary entry of 2008-06-27: two were dumped there, the third follows from them.</summary>
public static class Eew2008Payloads
{
    /// <summary>Byte 7 of the outer header is 3 in the dump from port 6101 and 1 in the dump from port 8001.</summary>
    const int PortDependentByte = 7;

    /// <summary>The telegram that was dumped: port 32794 to 6101, 252 bytes, UDP checksum 0x42af.</summary>
    public static byte[] Telegram { get; } = Convert.FromHexString(string.Concat(
        "fc000000000003030000010001003230",
        "30383036313430303030303032350000",
        "00000000000000000000000000000000",
        "3030303030313934614e350425040010",
        "1000160077e708000000000000000000",
        "00000000000000000000000000000ac5",
        "b3b7d4bdc43320b7bcd6b30a020a3337",
        "20303320303020303830363134303930",
        "383030204331310a3038303631343039",
        "303732310a4e44323030383036313430",
        "3930373536204e434e303031204a442f",
        "2f2f2f2f2f2f2f2f2f2f2f2f2f204a4e",
        "2f2f2f0a323133204e33393120453134",
        "30392030313020343120303320524b36",
        "36322f2f20525430302f2f2f2052432f",
        "2f2f2f2f0a393939393d0a03"));

    /// <summary>The keep-alive that was dumped: port 44318 to 8001, 48 bytes, UDP checksum 0x4468.</summary>
    public static byte[] KeepAlive8001 { get; } = Convert.FromHexString(string.Concat(
        "3000000000ff03010000010001000000",
        "00000000000000000000000000000000",
        "00000000000000000000000000000000"));

    /// <summary>
    /// The keep-alive to 6101 was never dumped. Taken to be the one to 8001 with the telegram's value in the byte in which the two dumps
    /// differ although both are headers of the same kind.
    /// </summary>
    public static byte[] KeepAlive6101 { get; } = LikeTheTelegram(KeepAlive8001);

    static byte[] LikeTheTelegram(byte[] keepAlive)
    {
        byte[] other = [.. keepAlive];
        other[PortDependentByte] = Telegram[PortDependentByte];
        return other;
    }
}
