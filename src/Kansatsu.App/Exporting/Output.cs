using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>
/// Where something is written: a file, or the terminal's output for "-". A file appears under its name when it is whole: until <see cref="Keep"/> it has
/// another name, so that a capture may be exported onto itself and what failed leaves nothing behind.
/// </summary>
sealed class Output : IDisposable
{
    const int BufferBytes = 64 * 1024;
    const string Unfinished = ".unfinished";

    readonly string _path;
    readonly bool _isTemporary;

    Output(string path, Stream stream, bool isTemporary)
    {
        _path = path;
        _isTemporary = isTemporary;
        Stream = stream;
    }

    public Stream Stream { get; }

    /// <returns>Null when it cannot be opened; the reason was said on the error stream.</returns>
    public static Output? TryOpen(string? path, Terminal terminal)
    {
        if (path is null or "-") return new Output("-", terminal.Output, isTemporary: false);
        try
        {
            // A device or a pipe is written as it is.
            var isFile = !File.Exists(path) || (File.GetAttributes(path) & (FileAttributes.Device | FileAttributes.Directory)) == 0;
            isFile &= !Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);
            var target = isFile ? path + Unfinished : path;
            return new Output(path, new FileStream(target, isFile ? FileMode.Create : FileMode.Open, FileAccess.Write, FileShare.Read, BufferBytes), isFile);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            Say(terminal, path, e);
            return null;
        }
    }

    public static void Say(Terminal terminal, string path, Exception e) =>
        terminal.Error.WriteLine($"kansatsu: {WireText.Escape(path)}: cannot be written: {WireText.Escape(e.Message)}; choose another place with -o");

    public static bool IsRefusal(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    /// <summary>All was written: the file takes its name.</summary>
    public void Keep()
    {
        Stream.Flush();
        if (_path == "-") return;
        Stream.Dispose();
        if (_isTemporary) File.Move(_path + Unfinished, _path, overwrite: true);
    }

    public void Dispose()
    {
        if (_path == "-") return;
        Stream.Dispose();
        if (_isTemporary) File.Delete(_path + Unfinished);
    }
}
