namespace Kansatsu.Wire;

/// <summary>JIS X 0201, eight bits: ASCII, and half-width katakana from 0xa1 on. Headings of JMA telegrams are written in it.</summary>
public static class JisX0201
{
    const byte FirstKana = 0xa1;
    const byte LastKana = 0xdf;
    const char FirstKanaCharacter = '\uff61';
    const char StrayBase = '\udc00';

    /// <summary>Not escaped yet: bytes that are no character become lone surrogates, as in <see cref="WireText.Decode"/>.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => string.Create(bytes.Length, bytes, static (text, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            text[i] = from[i] < 0x80 ? (char)from[i] : from[i] is >= FirstKana and <= LastKana ? (char)(FirstKanaCharacter + from[i] - FirstKana) : (char)(StrayBase + from[i]);
    });
}
