using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>A DNS message as it stood on the wire. Names are in presentation form; they and the data of answers are hostile text.</summary>
/// <param name="Flow">Index of its flow.</param>
/// <param name="Back">It went from the flow's responder to the initiator.</param>
/// <param name="Flags">The sixteen bits behind the id.</param>
/// <param name="Answers">Records of the answer section.</param>
sealed record DnsMessageSeen(
    Timestamp Time, long Frame, int Flow, bool Back, LayerKind Via, ushort Id, ushort Flags, IReadOnlyList<DnsQuestionSeen> Questions, IReadOnlyList<DnsAnswerSeen> Answers)
{
    public bool IsResponse => (Flags & 0x8000) != 0;

    public int OpCode => Flags >> 11 & 0xf;

    public int Rcode => Flags & 0xf;

    public bool Has(int flag) => (Flags & flag) != 0;
}

readonly record struct DnsQuestionSeen(string Name, ushort Type, ushort Class);

/// <param name="Data">An address, a name, or hexadecimal digits of what is not read.</param>
/// <param name="Texts">The strings of TXT; null for other types.</param>
readonly record struct DnsAnswerSeen(string Name, ushort Type, uint TimeToLive, string Data, IReadOnlyList<string>? Texts);
