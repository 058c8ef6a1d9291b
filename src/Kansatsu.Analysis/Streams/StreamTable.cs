namespace Kansatsu.Analysis;

/// <summary>
/// The TCP streams that are being read. At the bound the stream that has been there longest is given up: its flow stays, only its content is read
/// no further.
/// </summary>
sealed class StreamTable(FlowTable flows)
{
    /// <summary>Streams read at once.</summary>
    public const int MaxStreams = 8192;

    readonly StreamBudget _budget = new();
    TcpStream[] _streams = new TcpStream[64];
    readonly Stack<int> _spare = new();
    int _count;
    int _hand;

    /// <summary>Streams given up because there were too many.</summary>
    public long GivenUp { get; private set; }

    /// <summary>How often a stream found no memory for what it has to keep.</summary>
    public long BytesRefused => _budget.Refused;

    public TcpStream? Of(in Flow flow) => flow.Stream == 0 ? null : _streams[flow.Stream - 1];

    public TcpStream Begin(int flowIndex)
    {
        if (!_spare.TryPop(out var index))
        {
            if (_count < MaxStreams)
            {
                index = _count++;
                if (index == _streams.Length) Array.Resize(ref _streams, index * 2);
                _streams[index] = new TcpStream(_budget);
            }
            else
            {
                index = _hand;
                _hand = (_hand + 1) % MaxStreams;
                GivenUp++;
                flows[_streams[index].FlowIndex].Stream = 0;
                _streams[index].Reset();
            }
        }

        flows[flowIndex].Stream = index + 1;
        _streams[index].FlowIndex = flowIndex;
        return _streams[index];
    }

    public void End(ref Flow flow)
    {
        if (flow.Stream == 0) return;
        _streams[flow.Stream - 1].Reset();
        _spare.Push(flow.Stream - 1);
        flow.Stream = 0;
    }
}
