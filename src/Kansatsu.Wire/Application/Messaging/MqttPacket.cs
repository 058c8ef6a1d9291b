namespace Kansatsu.Wire;

/// <summary>One MQTT control packet (MQTT 5.0 §2.1), possibly cut short: its type, and the text that explains it.</summary>
public readonly ref struct MqttPacket
{
    public const byte Connect = 1;
    public const byte ConnectAcknowledged = 2;
    public const byte Publish = 3;
    public const byte Subscribe = 8;

    const byte Level5 = 5;
    const int LevelToProperties = 4;

    MqttPacket(byte first, ReadOnlySpan<byte> body, int declaredLength)
    {
        Type = (byte)(first >> 4);
        Body = body;
        DeclaredLength = declaredLength;
    }

    /// <summary>1 to 15.</summary>
    public byte Type { get; }

    public int DeclaredLength { get; }

    public ReadOnlySpan<byte> Body { get; }

    public bool IsComplete => Body.Length == DeclaredLength;

    /// <summary>Bytes of the packet that are here, its header included.</summary>
    public int Length { get; private init; }

    /// <summary>The topic of PUBLISH; empty elsewhere.</summary>
    public ReadOnlySpan<byte> Topic
    {
        get
        {
            var reader = new WireReader(Body);
            return Type == Publish ? Text(ref reader) : default;
        }
    }

    /// <summary>The client's name in CONNECT; empty elsewhere, or when the server shall choose one.</summary>
    public ReadOnlySpan<byte> ClientId
    {
        get
        {
            if (Type != Connect) return default;
            var reader = new WireReader(Body);
            Text(ref reader);
            if (!reader.TryReadByte(out var level) || !reader.TrySkip(LevelToProperties - 1)) return default;
            if (level >= Level5 && (!TryReadVariable(ref reader, out var properties) || !reader.TrySkip(properties))) return default;
            return Text(ref reader);
        }
    }

    /// <summary>Of CONNECT: 3 is MQTT 3.1, 4 is 3.1.1, 5 is 5.0; else 0.</summary>
    public byte Level
    {
        get
        {
            var reader = new WireReader(Body);
            Text(ref reader);
            return Type == Connect && reader.TryReadByte(out var level) ? level : (byte)0;
        }
    }

    /// <returns>False when the header is not whole or no packet begins so.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out MqttPacket packet)
    {
        packet = default;
        var reader = new WireReader(bytes);
        if (!reader.TryReadByte(out var first) || first < 0x10 || !TryReadVariable(ref reader, out var length)) return false;
        var body = reader.Rest[..Math.Min(length, reader.Remaining)];
        packet = new MqttPacket(first, body, length) { Length = reader.Position + body.Length };
        return true;
    }

    /// <summary>Seven bits a byte, the lowest first, at most four bytes (§1.5.5).</summary>
    static bool TryReadVariable(scoped ref WireReader reader, out int value)
    {
        value = 0;
        for (var shift = 0; shift < 28; shift += 7)
        {
            if (!reader.TryReadByte(out var octet)) return false;
            value |= (octet & 0x7f) << shift;
            if (octet < 0x80) return true;
        }

        return false;
    }

    static ReadOnlySpan<byte> Text(scoped ref WireReader reader) => reader.TryReadUInt16(out var length) && reader.TryReadBytes(length, out var text) ? text : default;
}
