namespace Kansatsu.Wire;

/// <summary>How far the reading of a message's header got.</summary>
public enum HttpReading
{
    /// <summary>The bytes do not begin such a message, or its header breaks a limit.</summary>
    NotHttp,

    /// <summary>So far it is one; its header goes on behind the bytes that are here.</summary>
    NeedMore,

    /// <summary>The header is whole.</summary>
    Complete,
}
