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

    internal DnsRecords(DnsMessage message)
    {
        _message = message;
        if (message.Bytes.IsEmpty) return;
        var questions = message.Questions;
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

    public DnsRecord Current { get; private set; }

    /// <summary>Bytes of the message read so far.</summary>
    public readonly int Position => _reader.Position;

    public readonly DnsRecords GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_index >= _count) return false;
        var start = _reader.Position;
        if (DnsName.TrySkip(ref _reader) && _reader.TryReadUInt16(out var type) && _reader.TryReadUInt16(out var @class)
            && _reader.TryReadUInt32(out var ttl) && _reader.TryReadUInt16(out var length))
        {
            var at = _reader.Position;
            if (_reader.TrySkip(length))
            {
                var section = _index < _answers ? DnsSection.Answer : _index < _authorities ? DnsSection.Authority : DnsSection.Additional;
                _index++;
                Current = new DnsRecord(_message.Bytes, start, at, length) { Type = type, RawClass = @class, Ttl = ttl, Section = section };
                return true;
            }
        }

        (IsClean, _index) = (false, _count);
        return false;
    }
}
