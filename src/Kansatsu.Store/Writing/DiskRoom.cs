namespace Kansatsu.Store;

/// <summary>
/// What the disk leaves the store. Even taking away needs room in SQLite's log first, so some is kept in reserve: when that is touched, old flows go while
/// they still can.
/// </summary>
sealed class DiskRoom
{
    /// <summary>The log takes this share of what is free when the store is opened, within bounds; the reserve is four logs.</summary>
    const int Share = 16;
    const long LeastLog = 1 << 18;
    const long MostLog = 1 << 26;
    const int LogsInReserve = 4;

    readonly Func<long> _free;

    /// <param name="free">Bytes that the disk has left; asked of the system when null.</param>
    public DiskRoom(string path, Func<long>? free = null)
    {
        _free = free ?? (() => FreeAt(path));
        LogBytes = Math.Clamp(Free / Share, LeastLog, MostLog);
    }

    /// <summary>Bytes in the log before its pages go to their places: what changes often is then written there once for many commits.</summary>
    public long LogBytes { get; }

    public long Reserve => LogsInReserve * LogBytes;

    public long Free => _free();

    /// <summary>Rows that may go into one transaction, so that the log stays about as large as it should.</summary>
    public int RowsAtOnce(int most) => (int)Math.Clamp(LogBytes / 256, 1, most);

    static long FreeAt(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            return new DriveInfo((OperatingSystem.IsWindows() ? Path.GetPathRoot(full) : Path.GetDirectoryName(full)) ?? full).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Whoever does not say is taken to have enough; a write that fails will tell.
            return long.MaxValue;
        }
    }
}
