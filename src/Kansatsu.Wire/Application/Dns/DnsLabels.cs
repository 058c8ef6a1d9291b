namespace Kansatsu.Wire;

/// <summary>
/// The labels of a name, pointers followed. A pointer must lead to before the name part it ends (RFC 1035 §4.1.4: a prior occurrence), so no walk
/// can go round; <see cref="IsLoop"/> says that one tried.
/// </summary>
public ref struct DnsLabels(ReadOnlySpan<byte> message, int offset)
{
    readonly ReadOnlySpan<byte> _message = message;
    int _position = offset;
    int _start = offset;
    int _total;
    int _pointers;

    /// <summary>The root was reached, within the limits of a name.</summary>
    public bool IsClean { get; private set; } = true;

    /// <summary>A pointer leads to itself or forward, or there are too many of them.</summary>
    public bool IsLoop { get; private set; }

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly DnsLabels GetEnumerator() => this;

    public bool MoveNext()
    {
        while ((uint)_position < (uint)_message.Length)
        {
            int length = _message[_position];
            if (length == 0) return false;
            if (length >= 0xc0)
            {
                if (!Follow(length)) return Fail();
                continue;
            }

            _total += length + 1;
            if (length > 63 || _total >= DnsName.MaxLength || _message.Length - _position - 1 < length) return Fail();
            Current = _message.Slice(_position + 1, length);
            _position += length + 1;
            return true;
        }

        return Fail();
    }

    bool Follow(int first)
    {
        if (_position + 1 >= _message.Length) return false;
        var target = ((first & 0x3f) << 8) | _message[_position + 1];
        if (target >= _start || ++_pointers > DnsName.MaxPointers)
        {
            IsLoop = true;
            return false;
        }

        _position = _start = target;
        return true;
    }

    bool Fail()
    {
        IsClean = false;
        return false;
    }
}
