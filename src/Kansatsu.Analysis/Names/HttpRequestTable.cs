namespace Kansatsu.Analysis;

/// <summary>HTTP requests, each method, host, target and user agent once. At the bounds new ones are refused and counted.</summary>
sealed class HttpRequestTable
{
    public const int MaxRequests = 1 << 17;

    /// <summary>Most bytes of methods, hosts and targets.</summary>
    public const long MaxBytes = 16L << 20;

    readonly ByteStore _words = new(MaxRequests * 2, MaxBytes);
    readonly RecordList<Request> _requests = new();
    readonly SlotIndex _index = new();

    public int Count => _requests.Count;

    /// <summary>Times that a new request, or one of its words, found no room.</summary>
    public long Refused { get; private set; }

    public ref readonly Request this[int index] => ref _requests[index];

    public ReadOnlySpan<byte> Word(int id) => _words[id];

    /// <returns>The request's index, or -1 when there is no room.</returns>
    public int Add(ReadOnlySpan<byte> method, ReadOnlySpan<byte> host, ReadOnlySpan<byte> target, ReadOnlySpan<byte> agent, uint frame)
    {
        var words = new Request { Method = _words.Intern(method), Host = _words.Intern(host), Target = _words.Intern(target), Agent = _words.Intern(agent), Times = 1, Frame = frame };
        if (IsRefused(method, words.Method) || IsRefused(host, words.Host) || IsRefused(target, words.Target))
        {
            Refused++;
            return -1;
        }

        var hash = _index.Hash.Of(((ulong)words.Target << 36) ^ ((ulong)words.Host << 16) ^ (uint)words.Method);
        var candidates = _index.Find(hash);
        while (candidates.MoveNext())
        {
            ref var known = ref _requests[candidates.Current];
            if (known.Target != words.Target || known.Host != words.Host || known.Method != words.Method || known.Agent != words.Agent) continue;
            known.Times++;
            return candidates.Current;
        }

        if (_requests.Count >= MaxRequests)
        {
            Refused++;
            return -1;
        }

        var position = _requests.Add();
        _requests[position] = words;
        _index.Add(hash, position);
        return position;
    }

    static bool IsRefused(ReadOnlySpan<byte> bytes, int id) => id == 0 && !bytes.IsEmpty;
}

struct Request
{
    public int Method;
    public int Host;
    public int Target;
    public int Agent;
    public uint Frame;
    public long Times;
}
