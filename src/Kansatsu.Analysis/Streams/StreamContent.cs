namespace Kansatsu.Analysis;

/// <summary>What one direction of a TCP stream is being read as.</summary>
enum StreamContent : byte
{
    /// <summary>Each segment is looked at anew: nothing has begun that would go on in the next one.</summary>
    Idle,
    Tls,
    Http,
    Http2,
    Dns,
    Mail,

    /// <summary>Nothing more is wanted from this direction.</summary>
    Done,
}
