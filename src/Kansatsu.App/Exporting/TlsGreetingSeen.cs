using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>A TLS or DTLS greeting with what the server chose, where that was seen.</summary>
sealed class TlsGreetingSeen
{
    public required Timestamp Time { get; init; }

    public required long Frame { get; init; }

    public required int Flow { get; init; }

    /// <summary>Hostile text; null when the client named nobody.</summary>
    public string? ServerName { get; init; }

    /// <summary>The server's choice; null when it was not seen.</summary>
    public ushort? Version { get; set; }

    public ushort? Cipher { get; set; }

    /// <summary>Hostile text.</summary>
    public string? NextProtocol { get; set; }
}
