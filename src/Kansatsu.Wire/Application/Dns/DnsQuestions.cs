namespace Kansatsu.Wire;

/// <summary>The questions of a message: enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct DnsQuestions
{
    readonly ReadOnlySpan<byte> _message;
    WireReader _reader;
    int _left;
    int _start;
    ushort _type;
    ushort _class;

    internal DnsQuestions(DnsMessage message)
    {
        _message = message.Bytes;
        _reader = new WireReader(_message);
        _reader.TrySkip(DnsMessage.HeaderLength);
        _left = _message.IsEmpty ? 0 : message.QuestionCount;
    }

    /// <summary>Every question that the header counts was there.</summary>
    public bool IsClean { get; private set; } = true;

    // Made when it is asked for: a copy of what was just written in parts has to wait for the parts.
    public readonly DnsQuestion Current => new(new DnsName(_message, _start), _type, _class);

    /// <summary>The current question's name ends in a pointer.</summary>
    internal bool IsPointed { get; private set; }

    /// <summary>Where the next question starts; after the last, where the records start.</summary>
    public readonly int Position => _reader.Position;

    public readonly DnsQuestions GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_left == 0) return false;
        var start = _reader.Position;
        if (DnsName.TrySkip(ref _reader, out var isPointed) && _reader.TryReadUInt16(out var type) && _reader.TryReadUInt16(out var @class))
        {
            _left--;
            (_start, _type, _class, IsPointed) = (start, type, @class, isPointed);
            return true;
        }

        (IsClean, _left) = (false, 0);
        return false;
    }
}
