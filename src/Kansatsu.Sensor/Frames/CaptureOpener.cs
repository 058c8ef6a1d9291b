namespace Kansatsu.Sensor;

/// <summary>Turns a path into a reader: by content, never by name. What stands in the way becomes the file's problem.</summary>
static class CaptureOpener
{
    // The longest magic number that is looked for.
    const int HeadBytes = 16;
    const int MagicBytes = 4;

    /// <param name="standardInput">What "-" means.</param>
    public static void Open(CaptureFile file, Func<Stream> standardInput)
    {
        if (file.Name != CaptureSet.StandardInput && Directory.Exists(file.Name))
        {
            file.Report(ProblemKind.IsDirectory, "is a directory", remedy: "name the captures in it");
            return;
        }

        try
        {
            if (file.Name == CaptureSet.StandardInput) Read(file, new RawBytes(standardInput()));
            else Read(file, new FileStream(file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            file.Report(ProblemKind.NotFound, "there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            file.Report(ProblemKind.NotPermitted, "may not be read by this user", remedy: "run as its owner, or have it made readable");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            file.Report(ProblemKind.Unreadable, $"could not be opened: {e.Message}");
        }
    }

    static void Read(CaptureFile file, FileStream stream)
    {
        if (!stream.CanSeek || stream.Length == 0)
        {
            Read(file, new RawBytes(stream));
            return;
        }

        var length = stream.Length;
        file.Length = length;
        Span<byte> head = stackalloc byte[MagicBytes];
        RandomAccess.Read(stream.SafeFileHandle, head, 0);
        if (GzipBytes.IsMagic(head)) Read(file, new RawBytes(stream));
        else Identify(file, new ByteWindow(stream, length), null);
    }

    static void Read(CaptureFile file, RawBytes raw)
    {
        file.IsCompressed = GzipBytes.IsMagic(raw.PeekHead(MagicBytes));
        Identify(file, new ByteWindow(file.IsCompressed ? new GzipBytes(raw) : raw), raw);
    }

    static void Identify(CaptureFile file, ByteWindow bytes, RawBytes? raw)
    {
        if (!bytes.Has(HeadBytes) && bytes.Fault is { } fault) file.Report(fault.Kind, fault.Reason, bytes.Position + bytes.Rest.Length);
        var reader = ReaderFor(file, bytes);
        if (reader is null) bytes.Dispose();
        file.Begin(reader, raw);
    }

    static FrameReader? ReaderFor(CaptureFile file, ByteWindow bytes)
    {
        var head = bytes.Rest;
        if (head.Length >= MagicBytes)
        {
            if (PcapHeader.IsMagic(head)) return PcapReader.Open(file, bytes);
            if (PcapngReader.IsMagic(head)) return PcapngReader.Open(file, bytes);
            if (SnoopReader.IsMagic(head)) return SnoopReader.Open(file, bytes);
            if (NetworkMonitorHeader.IsMagic(head)) return NetworkMonitorReader.Open(file, bytes);
        }

        var foreign = ForeignFormats.Describe(head);
        file.Report(foreign.Kind, foreign.Reason, remedy: foreign.Remedy);
        return null;
    }
}
