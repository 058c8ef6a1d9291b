namespace Kansatsu.Wire;

/// <summary>The negotiation in a piece of a Telnet stream (RFC 854): every command byte with its option; the text between is passed over.</summary>
public ref struct TelnetCommands(ReadOnlySpan<byte> bytes)
{
    public const byte SubnegotiationEnd = 240;
    public const byte Subnegotiation = 250;
    public const byte Will = 251;
    public const byte Wont = 252;
    public const byte Do = 253;
    public const byte Dont = 254;
    public const byte Iac = 255;

    ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The byte after IAC.</summary>
    public byte Command { get; private set; }

    /// <summary>The option negotiated (IANA "Telnet Options"); 0 in commands without one.</summary>
    public byte Option { get; private set; }

    public readonly TelnetCommands Current => this;

    public readonly TelnetCommands GetEnumerator() => this;

    public bool MoveNext()
    {
        while (true)
        {
            var at = _rest.IndexOf(Iac);
            if (at < 0 || at + 1 >= _rest.Length) return false;
            Command = _rest[at + 1];
            Option = 0;
            var hasOption = Command is >= Subnegotiation and not Iac;
            if (hasOption && at + 2 >= _rest.Length) return false;
            if (hasOption) Option = _rest[at + 2];
            _rest = _rest[(at + (hasOption ? 3 : 2))..];

            // IAC IAC is the data byte 255.
            if (Command != Iac) return true;
        }
    }
}
