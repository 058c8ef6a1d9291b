using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu mail`: mail in the open, who brought what to whom over which family, and what came of it.</summary>
static class MailView
{
    const int RecipientsShown = 2;

    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return StoredView.Documents(request, terminal, DocumentKinds.Mail);
        using var observation = Observation.Of(request, terminal);
        var mails = observation.Observer.Mails.All.Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue));
        if (request.Json) WriteJson(mails, observation.Observer, terminal);
        else WriteTable(mails, request, terminal);
        return observation.Report();
    }

    static void WriteTable(IEnumerable<MailSeen> mails, Request request, Terminal terminal)
    {
        using var page = new Page(terminal.Output, request.Color);
        var table = new Table(page,
            new(request.Say("flow", "フロー"), Style: Style.Dim), new(request.Say("when", "時刻")), new(request.Say("over", "経路")), new(request.Say("from whom", "相手")),
            new(request.Say("calls itself", "名乗り"), Most: 48), new(request.Say("envelope", "封筒"), Most: 80), new(request.Say("mails", "通数"), IsRight: true),
            new(request.Say("verdict", "結果"), Most: 100));
        foreach (var mail in mails)
        {
            table.Row(
                mail.Flow, request.Clock.DateAndTime(mail.First), $"IPv{mail.Family} {Protocol(mail.Kind)}", mail.Client.ToString(), WireText.Escape(mail.ClientName),
                Envelope(mail), mail.Messages == 0 ? "" : Quantity.Count(mail.Messages), Verdict(mail, request));
        }

        table.End();
        if (table.Rows == 0 && !request.Quiet) page.Line(request.Say("no mail in the open was seen", "平文のメールは見られなかった"));
    }

    static string Protocol(LayerKind kind) => kind switch
    {
        LayerKind.Imap => "IMAP",
        LayerKind.Pop => "POP",
        _ => "SMTP",
    };

    static string Envelope(MailSeen mail)
    {
        if (mail.Sender is null) return "";
        if (mail.RecipientCount == 0) return $"<{WireText.Escape(mail.Sender)}>";
        var to = string.Join(", ", mail.Recipients.Take(RecipientsShown).Select(r => $"<{WireText.Escape(r)}>"));
        var more = mail.RecipientCount > RecipientsShown ? $" +{mail.RecipientCount - RecipientsShown}" : "";
        return $"<{WireText.Escape(mail.Sender)}> → {to}{more}";
    }

    static string Verdict(MailSeen mail, Request request)
    {
        var words = MailVerdictWords.Of(mail.Verdict).In(request.Language);
        return mail.Code == 0 ? words : $"{words}: {mail.Code} {WireText.Escape(mail.Reply)}";
    }

    static void WriteJson(IEnumerable<MailSeen> mails, Observer observer, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        foreach (var mail in mails)
        {
            Write(lines.Begin(), mail, observer);
            lines.End();
        }

        lines.Flush();
    }

    public static void Write(Utf8JsonWriter json, MailSeen mail, Observer observer)
    {
        json.WriteString("flow", mail.Flow);
        json.Time("first", mail.First);
        json.Time("last", mail.Last);
        json.WriteNumber("family", mail.Family);
        json.WriteString("protocol", Protocol(mail.Kind).ToLowerInvariant());
        if (Direction(mail, observer.Home) is { } direction) json.WriteString("direction", direction);
        json.Address("client", mail.Client);
        json.WriteNumber("client_port", mail.ClientPort);
        json.Address("server", mail.Server);
        json.WriteNumber("server_port", mail.ServerPort);
        if (mail.Banner.Length > 0) json.Wire("banner", mail.Banner);
        if (mail.ClientName.Length > 0) json.Wire("client_name", mail.ClientName);
        if (mail.Sender is { } sender) json.Wire("sender", sender);
        json.Wires("recipients", mail.Recipients);
        json.WriteNumber("recipient_count", mail.RecipientCount);
        json.WriteNumber("messages", mail.Messages);
        json.WriteNumber("accepted", mail.Accepted);
        json.WriteBoolean("starttls", mail.StartTls);
        json.WriteBoolean("login", mail.Login);
        json.WriteString("verdict", MailVerdictWords.NameOf(mail.Verdict));
        if (mail.Code != 0)
        {
            json.WriteNumber("code", mail.Code);
            json.Wire("reply", mail.Reply);
        }

        json.WriteNumber("frame", mail.Frame);
    }

    static string? Direction(MailSeen mail, HomeFinder home)
    {
        if (home.Home.Count == 0) return null;
        return (home.IsHome(mail.Client), home.IsHome(mail.Server)) switch
        {
            (true, true) => "local",
            (true, false) => "out",
            (false, true) => "in",
            _ => "transit",
        };
    }
}
