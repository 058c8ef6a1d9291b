using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Mail in the open: delivered to home, sent by home, read from a mailbox. What home sends and the catalogue knows is left to
/// <see cref="SoftwareRule"/>; the same goes for visits of which only one direction was seen.
/// </summary>
sealed class MailRule : CauseRule
{
    public override bool NeedsHome => true;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        var index = context.Mails.IndexOf(flow);
        if (index < 0) return false;
        if (context.IsInbound)
        {
            if (flow.PacketsOut == 0 || flow.PacketsBack == 0) return false;
            if (verdict.WantsWords) TellVisit(flow, context, index, ref verdict);
            return verdict.Is(CauseKind.Visit, flow.IsInitiatorGuessed ? Confidence.Likely : Confidence.Certain, verdict.WantsWords ? MailWords.Received(context.Mails.See(index)) : "");
        }

        if (!context.HomeBegan(flow) || context.Ties.EntryOf(flow) is not null) return false;
        if (verdict.WantsWords)
        {
            Tell(context.Mails.See(index), ref verdict);
            if (context.HasJournal) verdict.Because("journal", "the journal of actions says nothing of it");
        }

        var kind = context.HasJournal ? CauseKind.OwnSoftware : CauseKind.OwnUnknown;
        return verdict.Is(kind, Confidence.Likely, verdict.WantsWords ? MailWords.Sent(context.Mails.See(index)) : "");
    }

    /// <summary>Somebody brings mail. A host that takes part in mail also sends some, or is looked up by those who do.</summary>
    static void TellVisit(in Flow flow, in CauseContext context, int index, ref Verdict verdict)
    {
        var mail = context.Mails.See(index);
        Tell(mail, ref verdict);
        if (mail.Kind != LayerKind.Smtp) return;
        var sends = context.Mails.HasClient(mail.Server);
        var named = context.IsNamed(mail.Client, flow.First);
        if (!sends) verdict.Because("pattern", "this address of home was never seen to send mail itself");
        if (!named) verdict.Because("dns", "nothing that was seen before names the sender's address: nobody here had looked it up");
        if (!sends && !named && mail.Messages > 0) verdict.Because("pattern", "so the mail came unasked, to a host that shows no other sign of mail", mail.Frame);
    }

    static void Tell(MailSeen mail, ref Verdict verdict)
    {
        if (mail.Banner.Length > 0) verdict.Because("content", $"the server greeted: {mail.Banner}", mail.Frame);
        if (mail.ClientName.Length > 0) verdict.Because("content", $"the client called itself {mail.ClientName}", mail.Frame);
        if (mail.Code != 0) verdict.Because("content", $"the server answered: {mail.Code} {mail.Reply}", mail.ReplyFrame);
        else verdict.Because("content", MailWords.Outcome(mail.Verdict), mail.Frame);
        if (mail.Login) verdict.Because("content", "the client logged in or tried to; as whom is not kept");
        if (mail.StartTls) verdict.Because("content", "after STARTTLS all is encrypted: who wrote to whom cannot be told");
    }
}
