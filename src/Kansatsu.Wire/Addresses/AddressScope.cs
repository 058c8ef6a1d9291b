namespace Kansatsu.Wire;

/// <summary>How far an address is good (RFC 4291 §2.7, RFC 7346); the values are the scope nibble of multicast addresses.</summary>
public enum AddressScope : byte
{
    Reserved = 0,
    InterfaceLocal = 1,
    LinkLocal = 2,
    RealmLocal = 3,
    AdminLocal = 4,
    SiteLocal = 5,
    OrganizationLocal = 8,
    Global = 14,
}
