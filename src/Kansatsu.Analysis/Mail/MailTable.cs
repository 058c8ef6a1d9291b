using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Mail conversations, each once. At the bounds new ones are refused and counted. Who logged in as whom is not kept.</summary>
public sealed class MailTable
{
    public const int MaxConversations = 1 << 14;

    /// <summary>Longest text kept of a banner, a name, an address, a reply: longer ones are cut (a path has at most 256, RFC 5321 §4.5.3.1.3).</summary>
    public const int MaxText = 256;

    const int MaxTexts = MaxConversations * 4;
    const long MaxTextBytes = 8L << 20;

    readonly RecordList<MailConversation> _conversations = new();
    readonly ByteStore _texts = new(MaxTexts, MaxTextBytes);
    readonly SlotIndex _clients = new();

    public int Count => _conversations.Count;

    /// <summary>Times that a new conversation found no room.</summary>
    public long Refused { get; private set; }

    /// <summary>In the order in which they began.</summary>
    public IEnumerable<MailSeen> All
    {
        get
        {
            for (var i = 0; i < _conversations.Count; i++) yield return See(i);
        }
    }

    internal ref MailConversation this[int index] => ref _conversations[index];

    /// <returns>The index of a flow's conversation, or -1.</returns>
    internal int IndexOf(in Flow flow)
    {
        var index = flow.Content - 1;
        return IsMail(flow.Application) && (uint)index < (uint)_conversations.Count && _conversations[index].FlowNumber == flow.Number ? index : -1;
    }

    internal static bool IsMail(LayerKind kind) => kind is LayerKind.Smtp or LayerKind.Imap or LayerKind.Pop;

    /// <returns>The index of the new conversation, or -1 when there is no room or the flow is something else already.</returns>
    internal int Begin(ref Flow flow, LayerKind kind, bool serverBegan, in PacketFacts facts)
    {
        if (flow.Application is LayerKind.None or LayerKind.Data && IsMail(kind)) flow.Application = kind;
        if (!IsMail(flow.Application) || flow.Content != 0) return -1;
        if (_conversations.Count >= MaxConversations)
        {
            Refused++;
            return -1;
        }

        var index = _conversations.Add();
        _conversations[index] = new MailConversation
        {
            Kind = flow.Application,
            Flags = serverBegan ? MailFlags.ServerBegan : MailFlags.None,
            FlowNumber = flow.Number,
            Initiator = flow.Initiator,
            Responder = flow.Responder,
            InitiatorPort = flow.InitiatorPort,
            ResponderPort = flow.ResponderPort,
            Family = flow.Family,
            Zone = flow.Zone,
            FlowFirst = flow.First,
            First = facts.Time,
            Frame = facts.Frame,
        };
        flow.Content = index + 1;
        var client = ClientOf(_conversations[index]);
        if (flow.Application == LayerKind.Smtp && !HasClient(client)) _clients.Add(_clients.Hash.Of(client), index);
        return index;
    }

    /// <summary>An address was seen to send mail.</summary>
    internal bool HasClient(Ipv6Address address)
    {
        var candidates = _clients.Find(_clients.Hash.Of(address));
        while (candidates.MoveNext())
            if (ClientOf(_conversations[candidates.Current]) == address) return true;
        return false;
    }

    internal int Keep(ReadOnlySpan<byte> text) => _texts.Intern(text[..Math.Min(text.Length, MaxText)]);

    internal string Text(int id) => WireText.Decode(_texts[id]);

    internal static Ipv6Address ClientOf(in MailConversation mail) => mail.Has(MailFlags.ServerBegan) ? mail.Responder : mail.Initiator;

    internal static MailVerdict VerdictOf(in MailConversation mail)
    {
        if (mail.Accepted > 0) return MailVerdict.Accepted;
        if (mail.Has(MailFlags.Dark)) return MailVerdict.Encrypted;
        if (mail.Code >= 400) return mail.Code >= 500 ? MailVerdict.Refused : MailVerdict.Deferred;
        if (mail.Kind != LayerKind.Smtp && (mail.Has(MailFlags.LoggedIn) || mail.Messages > 0)) return MailVerdict.LoggedIn;
        if (mail.Messages > 0) return MailVerdict.Unseen;
        if (mail.Has(MailFlags.AuthRefused)) return MailVerdict.LoginRefused;
        if (mail.Has(MailFlags.LoggedIn)) return MailVerdict.LoggedIn;
        return mail.Has(MailFlags.ServerSpoke) ? MailVerdict.Nothing : MailVerdict.Silent;
    }

    internal MailSeen See(int index)
    {
        ref var mail = ref _conversations[index];
        var flow = new Flow
        {
            Initiator = mail.Initiator,
            Responder = mail.Responder,
            InitiatorPort = mail.InitiatorPort,
            ResponderPort = mail.ResponderPort,
            Protocol = IpProtocols.Tcp,
            Family = mail.Family,
            Zone = mail.Zone,
            First = mail.FlowFirst,
        };
        var turned = mail.Has(MailFlags.ServerBegan);
        var (client, server) = ((mail.Initiator, mail.InitiatorPort), (mail.Responder, mail.ResponderPort));
        if (turned) (client, server) = (server, client);
        List<string> recipients = [];
        for (var i = 0; i < Math.Min(mail.RecipientCount, MailRecipients.Kept); i++) recipients.Add(Text(mail.Recipients[i]));
        return new MailSeen(
            mail.Kind, FlowId.Of(flow), mail.First, mail.Last, mail.Family, client.Item1, client.Item2, server.Item1, server.Item2, Text(mail.Banner),
            Text(mail.ClientName), mail.Has(MailFlags.HasSender) ? Text(mail.Sender) : null, recipients, mail.RecipientCount, mail.Messages, mail.Accepted, mail.Has(MailFlags.Dark),
            mail.Has(MailFlags.AuthTried), VerdictOf(mail), mail.Code, Text(mail.Reply), mail.Frame, mail.ReplyFrame);
    }
}
