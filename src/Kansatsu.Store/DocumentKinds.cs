namespace Kansatsu.Store;

/// <summary>The kinds of documents; each is named like the verb whose objects it holds, in the singular.</summary>
public static class DocumentKinds
{
    public const string Channel = "channel";
    public const string Telegram = "telegram";
    public const string Finding = "finding";
    public const string Anomaly = "anomaly";
    public const string Group = "group";
    public const string Neighbor = "neighbor";
    public const string Name = "name";
    public const string Control = "control";
    public const string Mail = "mail";

    /// <summary>The whole object of `read --json`.</summary>
    public const string Read = "read";
}
