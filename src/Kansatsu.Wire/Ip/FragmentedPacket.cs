using System.Buffers;
using System.Numerics;

namespace Kansatsu.Wire;

/// <summary>One packet's fragments so far: the bytes, and which 8-byte units of them have come.</summary>
sealed class FragmentedPacket
{
    /// <summary>Largest payload that a receiver may accept (RFC 8200 §4.5).</summary>
    public const int MaxLegalLength = 65_535;

    /// <summary>Largest payload put together here: what the 13-bit offset can express and a jumbo frame more, so that a "ping of death" is read.</summary>
    public const int MaxLength = 65_528 + 9_000;

    const int Unit = 8;

    readonly ulong[] _units = new ulong[(MaxLength / Unit / 64) + 1];
    byte[] _bytes = [];
    int _received;
    int _highest;
    int _total;

    /// <summary>Its neighbours by age.</summary>
    public FragmentedPacket? Before { get; set; }

    public FragmentedPacket? After { get; set; }

    public FragmentKey Key { get; private set; }

    public int Hash { get; private set; }

    public Timestamp Started { get; private set; }

    public byte Protocol { get; set; }

    public bool IsDiscarded { get; private set; }

    public int Capacity => _bytes.Length;

    public bool IsComplete => _total >= 0 && _received == _total;

    public ReadOnlySpan<byte> Payload => _bytes.AsSpan(0, _total);

    public void Begin(in FragmentKey key, int hash, Timestamp time)
    {
        (Key, Hash, Started) = (key, hash, time);
        // Units are marked up to the highest end only; a packet of one small fragment leaves little to clear.
        _units.AsSpan(0, Math.Min(_units.Length, (UnitsOf(_highest) >> 6) + 1)).Clear();
        (_received, _highest, _total, IsDiscarded) = (0, 0, -1, false);
    }

    /// <param name="payload">Of legal length.</param>
    public Anomaly Add(int offset, bool more, ReadOnlySpan<byte> payload)
    {
        var end = offset + payload.Length;
        if (_total >= 0 && (end > _total || (!more && end != _total))) return Discard();
        if (!more && _highest > end) return Discard();

        var fresh = CountFresh(offset, end);
        if (fresh == 0 && Matches(offset, payload)) return Anomaly.None;
        if (fresh != UnitsOf(payload.Length)) return Discard();

        Grow(end);
        payload.CopyTo(_bytes.AsSpan(offset));
        Mark(offset, end);
        _received += payload.Length;
        _highest = Math.Max(_highest, end);
        if (!more) _total = end;
        return Anomaly.None;
    }

    public void Release()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    /// <summary>All fragments but the last are whole units of 8 bytes; none is empty.</summary>
    public static bool IsLegalLength(int length, bool more) => length > 0 && (!more || length % Unit == 0);

    static int UnitsOf(int length) => (length + Unit - 1) / Unit;

    int CountFresh(int offset, int end)
    {
        var (first, last) = (offset / Unit, UnitsOf(end) - 1);
        var fresh = 0;
        for (var word = first >> 6; word <= last >> 6; word++) fresh += BitOperations.PopCount(~_units[word] & Bits(word, first, last));
        return fresh;
    }

    void Mark(int offset, int end)
    {
        var (first, last) = (offset / Unit, UnitsOf(end) - 1);
        for (var word = first >> 6; word <= last >> 6; word++) _units[word] |= Bits(word, first, last);
    }

    /// <summary>Those of a word's units that lie between two.</summary>
    static ulong Bits(int word, int first, int last)
    {
        var from = word == first >> 6 ? ulong.MaxValue << (first & 63) : ulong.MaxValue;
        return word == last >> 6 ? from & (ulong.MaxValue >> (63 - (last & 63))) : from;
    }

    bool Matches(int offset, ReadOnlySpan<byte> payload) =>
        offset + payload.Length <= _highest && _bytes.AsSpan(offset, payload.Length).SequenceEqual(payload);

    Anomaly Discard()
    {
        IsDiscarded = true;
        return Anomaly.FragmentOverlap;
    }

    void Grow(int needed)
    {
        if (needed <= _bytes.Length) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Min(_bytes.Length * 2, MaxLength)));
        _bytes.AsSpan(0, _highest).CopyTo(larger);
        Release();
        _bytes = larger;
    }
}
