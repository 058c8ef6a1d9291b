namespace Kansatsu.Store;

/// <summary>What keeps a store from being used.</summary>
public enum StoreFault
{
    NotFound,
    NotAStore,
    NewerVersion,
    Locked,
    ReadOnly,
    Full,
    Damaged,
    Failed,
}
