using Kansatsu.Wire;

namespace Kansatsu.Analysis;
/// <summary>stand-in</summary>
public sealed class AddressSet { readonly HashSet<Ipv6Address> _set = []; public int Count => _set.Count; public void Add(Ipv6Address a) => _set.Add(a); }
