using System.Text;

namespace Kansatsu.Wire;

/// <summary>A client's command line: a word, and what follows it. SMTP, POP, FTP, IRC and memcached speak so; IMAP puts a tag before the word.</summary>
public readonly ref struct TextCommand
{
    /// <summary>No command of these protocols is longer.</summary>
    public const int MaxVerbLength = 16;

    TextCommand(ReadOnlySpan<byte> verb, ReadOnlySpan<byte> argument)
    {
        Verb = verb;
        Argument = argument;
    }

    public ReadOnlySpan<byte> Verb { get; }

    public ReadOnlySpan<byte> Argument { get; }

    public bool Is(ReadOnlySpan<byte> verb) => Ascii.EqualsIgnoreCase(Verb, verb);

    /// <param name="line">One line, without its end.</param>
    /// <returns>False when the line does not begin with a word of letters and digits.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, out TextCommand command)
    {
        command = default;
        var start = line.Length > MaxVerbLength ? line[..(MaxVerbLength + 1)] : line;
        var end = start.IndexOf((byte)' ');
        var verb = end < 0 ? start : start[..end];
        if (verb.Length is 0 or > MaxVerbLength) return false;
        foreach (var letter in verb)
            if (!char.IsAsciiLetterOrDigit((char)letter)) return false;
        command = new TextCommand(verb, line[verb.Length..].TrimStart((byte)' '));
        return true;
    }
}
