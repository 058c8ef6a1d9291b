using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>One question to the DNS with what came back. Retries of the same question in the same flow are one lookup.</summary>
struct Lookup
{
    /// <summary>No answer was seen.</summary>
    public const byte NoAnswer = 0xff;

    public int Name;
    public ushort Type;
    public ushort Device;
    public byte ResponseCode;
    public byte Tries;

    /// <summary>Number of the flow that asked, and where it was kept.</summary>
    public uint FlowNumber;
    public int FlowIndex;

    /// <summary>0 when only the answer was seen.</summary>
    public uint AskedFrame;
    public uint AnsweredFrame;
    public Timestamp Asked;
    public Timestamp Answered;

    /// <summary>The newest of its address answers, plus one, and how many there are.</summary>
    public int LastAnswer;
    public int Answers;

    /// <summary>The lookup before it in the same flow, and the one before it of the same name, plus one.</summary>
    public int PreviousOfFlow;
    public int PreviousOfName;

    public readonly bool IsAnswered => ResponseCode != NoAnswer;

    /// <summary>The name exists, but not with this type (or not at all).</summary>
    public readonly bool IsEmpty => IsAnswered && Answers == 0 && ResponseCode is 0 or 3;
}

/// <summary>One address that a lookup gave.</summary>
struct LookupAnswer
{
    public Ipv6Address Address;
    public int Lookup;

    /// <summary>Seconds.</summary>
    public uint TimeToLive;
    public int PreviousOfLookup;
    public int PreviousOfAddress;
}
