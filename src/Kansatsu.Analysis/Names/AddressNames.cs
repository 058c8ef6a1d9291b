using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Which name belongs to which address: every pair once with the frame that gave it first, and for each address the name that was answered last.
/// At the bounds new ones are refused and counted.
/// </summary>
sealed class AddressNames
{
    public const int MaxPairs = 1 << 18;
    public const int MaxAddresses = 1 << 18;

    /// <summary>How long an answer names its address: hosts keep answers beyond their time to live, but not for ever.</summary>
    public const long AnswerLifetime = 24 * 3600 * Timestamp.PerSecond;

    readonly RecordList<Pair> _pairs = new();
    readonly RecordList<Owner> _owners = new();
    readonly SlotIndex _pairIndex = new();
    readonly SlotIndex _ownerIndex = new();

    public int PairCount => _pairs.Count;

    public long Refused { get; private set; }

    public ref readonly Pair this[int index] => ref _pairs[index];

    /// <summary>Writes down that a name was seen for an address.</summary>
    /// <param name="answered">An A or AAAA record said so itself; otherwise a greeting or an alias did.</param>
    /// <param name="lastOfName">The name's newest pair, plus one; a new pair is put before it.</param>
    public void Pair(int name, Ipv6Address address, NameSource source, bool answered, uint frame, ref int lastOfName)
    {
        var hash = _pairIndex.Hash.Of(address, ((ulong)name << 8) | (byte)source);
        var candidates = _pairIndex.Find(hash);
        while (candidates.MoveNext())
        {
            ref var known = ref _pairs[candidates.Current];
            if (known.Name != name || known.Source != source || known.Address != address) continue;
            known.IsAnswered |= answered;
            return;
        }

        if (_pairs.Count >= MaxPairs)
        {
            Refused++;
            return;
        }

        var position = _pairs.Add();
        _pairs[position] = new Pair { Name = name, Address = address, Source = source, IsAnswered = answered, Frame = frame, NextOfName = lastOfName };
        lastOfName = position + 1;
        _pairIndex.Add(hash, position);
    }

    /// <summary>The address is called so from now on.</summary>
    /// <param name="weak">Only when nothing else names it: a reverse lookup does not say what a program asked for.</param>
    public void Call(Ipv6Address address, int name, NameSource source, Timestamp when, uint frame, bool weak)
    {
        var position = Find(address, out var hash);
        if (position >= 0 && weak) return;
        if (position < 0)
        {
            if (_owners.Count >= MaxAddresses)
            {
                Refused++;
                return;
            }

            position = _owners.Add();
            _owners[position].Address = address;
            _ownerIndex.Add(hash, position);
        }

        ref var owner = ref _owners[position];
        if (owner.Now.Name != name) owner.Before = owner.Now;
        owner.Now = new Calling(name, source, when, frame);
    }

    /// <summary>What the address was called at a moment.</summary>
    public bool TryFind(Ipv6Address address, Timestamp when, out Calling calling)
    {
        calling = default;
        if (_owners.Count == 0) return false;
        var position = Find(address, out _);
        if (position < 0) return false;
        ref var owner = ref _owners[position];
        calling = owner.Now.When <= when || owner.Before.Name == 0 ? owner.Now : owner.Before;
        var age = when.Since(calling.When);
        return age is >= 0 and <= AnswerLifetime;
    }

    int Find(Ipv6Address address, out uint hash)
    {
        hash = _ownerIndex.Hash.Of(address);
        var candidates = _ownerIndex.Find(hash);
        while (candidates.MoveNext())
            if (_owners[candidates.Current].Address == address) return candidates.Current;
        return -1;
    }

    struct Owner
    {
        public Ipv6Address Address;
        public Calling Now;
        public Calling Before;
    }
}

/// <summary>A name seen for an address, and by whom.</summary>
struct Pair
{
    public Ipv6Address Address;
    public int Name;
    public int NextOfName;
    public uint Frame;
    public NameSource Source;
    public bool IsAnswered;
}

readonly record struct Calling(int Name, NameSource Source, Timestamp When, uint Frame);
