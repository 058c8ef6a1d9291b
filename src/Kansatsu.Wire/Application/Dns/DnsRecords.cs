namespace Kansatsu.Wire;

/// <summary>The records of a message, section after section: enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct DnsRecords
{
    readonly DnsMessage _message;
    readonly int _answers;
    readonly int _authorities;
    readonly int _count;
    WireReader _reader;
    int _index;
    int _nameAt;
    int _dataAt;
    ushort _dataLength;
    ushort _type;
    ushort _class;
    uint _ttl;

    internal DnsRecords(DnsMessage message, DnsQuestions questions)
    {
        _message = message;
        if (message.Bytes.IsEmpty) return;
        while (questions.MoveNext())
        {
        }

        IsClean = questions.IsClean;
        _reader = new WireReader(message.Bytes);
        _reader.TrySkip(questions.Position);
        _answers = message.AnswerCount;
        _authorities = _answers + message.AuthorityCount;
        _count = IsClean ? _authorities + message.AdditionalCount : 0;
    }

    /// <summary>Questions and records were all there.</summary>
    public bool IsClean { get; private set; }

    // Made when it is asked for, as questions are.
    public readonly DnsRecord Current => new(_message.Bytes, _nameAt, _dataAt, _dataLength)
    {
        Type = _type,
        RawClass = _class,
        Ttl = _ttl,
        Section = _index <= _answers ? DnsSection.Answer : _index <= _authorities ? DnsSection.Authority : DnsSection.Additional,
    };

    /// <summary>The current record's own name ends in a pointer.</summary>
    internal bool IsPointed { get; private set; }

    /// <summary>Bytes of the message read so far.</summary>
    public readonly int Position => _reader.Position;

    public readonly DnsRecords GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_index >= _count) return false;
        _nameAt = _reader.Position;
        if (DnsName.TrySkip(ref _reader, out var isPointed) && _reader.TryReadUInt16(out _type) && _reader.TryReadUInt16(out _class)
            && _reader.TryReadUInt32(out _ttl) && _reader.TryReadUInt16(out _dataLength))
        {
            _dataAt = _reader.Position;
            if (_reader.TrySkip(_dataLength))
            {
                IsPointed = isPointed;
                _index++;
                return true;
            }
        }

        (IsClean, _index) = (false, _count);
        return false;
    }
}
