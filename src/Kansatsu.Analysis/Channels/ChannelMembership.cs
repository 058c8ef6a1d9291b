namespace Kansatsu.Analysis;

/// <summary>Who asked for a stream, as far as was seen.</summary>
public enum ChannelMembership : byte
{
    /// <summary>Nobody was seen to report the group.</summary>
    Nobody,

    /// <summary>Somebody on the link reported it, and it is not known to be home.</summary>
    Others,

    Home,

    /// <summary>A group that hosts listen to without reporting it.</summary>
    Everybody,
}
