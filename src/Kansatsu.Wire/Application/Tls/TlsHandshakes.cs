namespace Kansatsu.Wire;

/// <summary>
/// The handshake messages in one record's fragment. The last may go on in the next record (<see cref="TlsHandshake.IsComplete"/>). An encrypted
/// message looks like one of a strange type or length: see <see cref="AreReadable"/>.
/// </summary>
public ref struct TlsHandshakes(ReadOnlySpan<byte> fragment)
{
    /// <summary>No real handshake message is longer; a longer one is ciphertext.</summary>
    public const int MaxMessageLength = 1 << 17;

    ReadOnlySpan<byte> _rest = fragment;
    TlsHandshake _current;

    public readonly TlsHandshake Current => _current;

    public readonly TlsHandshakes GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!TlsHandshake.TryRead(_rest, out _current)) return false;
        _rest = _rest[_current.Message.Length..];
        return true;
    }

    /// <summary>The fragment begins like a handshake message in the clear.</summary>
    public static bool AreReadable(ReadOnlySpan<byte> fragment) =>
        TlsHandshake.TryRead(fragment, out var first) && TlsHandshakeTypes.IsKnown(first.Type) && first.DeclaredLength <= MaxMessageLength;
}
