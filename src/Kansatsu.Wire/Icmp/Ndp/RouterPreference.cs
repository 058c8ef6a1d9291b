namespace Kansatsu.Wire;

/// <summary>How much a router or route wants to be used (RFC 4191 §2.1); the values are those of the wire.</summary>
public enum RouterPreference : byte
{
    Medium = 0,
    High = 1,

    /// <summary>To be read as medium in a router's header; a route with it is ignored.</summary>
    Reserved = 2,
    Low = 3,
}
