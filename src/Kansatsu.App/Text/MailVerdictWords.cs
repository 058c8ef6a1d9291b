using Kansatsu.Analysis;

namespace Kansatsu.App.Text;

/// <summary>How a mail conversation came out: a stable name, and words.</summary>
static class MailVerdictWords
{
    public static string NameOf(MailVerdict verdict) => verdict switch
    {
        MailVerdict.Accepted => "accepted",
        MailVerdict.Refused => "refused",
        MailVerdict.Deferred => "deferred",
        MailVerdict.Unseen => "unseen",
        MailVerdict.Encrypted => "encrypted",
        MailVerdict.LoggedIn => "logged-in",
        MailVerdict.LoginRefused => "login-refused",
        MailVerdict.Silent => "silent",
        _ => "nothing",
    };

    public static Phrase Of(MailVerdict verdict) => verdict switch
    {
        MailVerdict.Accepted => ("accepted", "受理"),
        MailVerdict.Refused => ("refused", "拒否"),
        MailVerdict.Deferred => ("put off", "一時拒否"),
        MailVerdict.Unseen => ("answer not seen", "応答は見えず"),
        MailVerdict.Encrypted => ("dark after STARTTLS", "STARTTLS 以降は暗号で見えず"),
        MailVerdict.LoggedIn => ("logged in", "ログイン成功"),
        MailVerdict.LoginRefused => ("login refused", "ログイン拒否"),
        MailVerdict.Silent => ("server silent", "サーバー応答なし"),
        _ => ("no mail", "メールなし"),
    };
}
