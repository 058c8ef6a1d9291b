namespace Kansatsu.Analysis;

/// <summary>How far one direction of a mail conversation was read.</summary>
struct MailLane
{
    /// <summary>Bytes to come that are no lines: a chunk (RFC 3030) or a literal (RFC 3501 §4.3).</summary>
    public long Literal;

    public bool IsStarted;

    /// <summary>What comes is the rest of a line that is not read.</summary>
    public bool IsSkipping;

    /// <summary>The next line goes on with a command or response that had a literal in it.</summary>
    public bool IsContinued;
}
