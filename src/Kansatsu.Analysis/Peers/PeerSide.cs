namespace Kansatsu.Analysis;

/// <summary>One end of a flow that is not home.</summary>
/// <param name="Address">A number of <see cref="AddressNumbers"/>.</param>
/// <param name="Name">What the address was called then, an id of <see cref="NameTable"/>; 0 when it had no name.</param>
/// <param name="Began">The flow's initiator is this end.</param>
readonly record struct PeerSide(int Flow, int Address, int Name, bool Began);
