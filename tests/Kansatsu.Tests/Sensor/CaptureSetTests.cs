using Kansatsu.Sensor;
using Kansatsu.Wire;
using static Kansatsu.Tests.Sensor.Reading;

namespace Kansatsu.Tests.Sensor;

public class CaptureSetTests
{
    [Fact]
    public void Several_files_are_one_observation_in_time_order()
    {
        using var folder = new Folder();
        var early = folder.Add("a", new CaptureBuilder().PcapHeader().PcapRecord(1, 0, Frame(1)).PcapRecord(4, 0, Frame(4)).ToArray());
        var late = folder.Add("b", new CaptureBuilder().Section().Interface().Interface(LinkType.Raw)
            .Enhanced(1, 2_000_000, Frame(2)).Enhanced(0, 4_000_000, Frame(5)).Enhanced(0, 3_000_000, Frame(3)).ToArray());
        using var set = CaptureSet.Open([late, early, Path.Combine(folder.Path, "missing")]);
        var frames = All(set);

        // The second file's clock goes back: its order stays, and at equal times the file named first is first.
        Assert.Equal([1, 2, 5, 3, 4], frames.Select(f => f.Bytes.Length));
        Assert.Equal([1L, 2L, 3L, 4L, 5L], frames.Select(f => f.Number));
        Assert.Equal(3, set.Files.SelectMany(f => f.Interfaces).Select(i => i.Index).Distinct().Count());
        Assert.Equal(frames[1].Interface, set.Files[0].Interfaces[1].Index);
        Assert.Equal([3L, 2L, 0L], set.Files.Select(f => f.Frames));
        Assert.Equal(ProblemKind.NotFound, set.Problems.Single().Kind);
    }

    [Fact]
    public void The_current_file_and_comment_are_those_of_the_last_frame_among_several_files()
    {
        using var folder = new Folder();
        var comment = new CaptureBuilder().Option(1, "here");
        var plain = folder.Add("a", CaptureBuilder.Pcap(Frame(1)));
        var told = folder.Add("b", new CaptureBuilder().Section().Interface().Enhanced(0, 1, Frame(2), null, comment).ToArray());
        using var set = CaptureSet.Open([plain, told]);

        Assert.Null(set.CurrentFile);
        Assert.True(set.TryRead(out _));
        Assert.Equal(("here", told), (set.CurrentComment, set.CurrentFile!.Name));
        Assert.True(set.TryRead(out _));
        Assert.Equal((null, plain), (set.CurrentComment, set.CurrentFile!.Name));
        Assert.False(set.TryRead(out _));
        Assert.False(set.TryRead(out _));
    }

    [Fact]
    public void Gzip_is_told_by_content_and_read_from_file_and_pipe()
    {
        var (file, frames) = Both(CaptureBuilder.Gzip(CaptureBuilder.Pcapng(Frame(9), Frame(300))));
        Assert.True(file.IsCompressed);
        Assert.Null(file.Problem);
        Assert.Equal([9, 300], frames.Select(f => f.Bytes.Length));
        Assert.Equal(file.Length, file.Position);
    }

    [Fact]
    public void Gzip_members_one_after_another_are_one_file()
    {
        var bytes = CaptureBuilder.Pcap(Frame(9), Frame(300));
        var (file, frames) = Both([.. CaptureBuilder.Gzip(bytes[..50]), .. CaptureBuilder.Gzip(bytes[50..])]);
        Assert.Null(file.Problem);
        Assert.Equal(2, frames.Count);
    }

    [Fact]
    public void A_gzip_file_that_is_cut_yields_what_it_holds_and_says_so()
    {
        var packed = CaptureBuilder.Gzip(CaptureBuilder.Pcap([.. Enumerable.Range(1, 200).Select(i => Frame(i))]));

        // All data is there, the check behind it is not.
        var (file, frames) = Both(packed[..^3]);
        Assert.Equal(200, frames.Count);
        Assert.Equal((ProblemKind.Truncated, "the gzip data is cut short (counted after decompression)"), (file.Problem!.Kind, file.Problem.Reason));

        (file, frames) = Both(packed[..(packed.Length / 2)]);
        Assert.InRange(frames.Count, 1, 199);
        Assert.Equal(ProblemKind.Truncated, file.Problem!.Kind);
    }

    [Fact]
    public void A_damaged_gzip_file_yields_all_frames_before_the_damage()
    {
        var bytes = CaptureBuilder.Pcap([.. Enumerable.Range(1, 200).Select(i => Frame(i))]);
        var packed = CaptureBuilder.Gzip(bytes);
        packed[^6] ^= 0xff;
        var (file, frames) = Plain(packed);
        Assert.Equal(200, frames.Count);
        Assert.Equal(ProblemKind.Damaged, file.Problem!.Kind);
        Assert.StartsWith("the gzip data is damaged", file.Problem.Reason, StringComparison.Ordinal);

        // A pipe cannot be read again: the last piece may be lost, not more.
        (file, frames) = Pipe(packed);
        Assert.InRange(frames.Count, 190, 200);
        Assert.Equal(ProblemKind.Damaged, file.Problem!.Kind);
    }

    [Fact]
    public void A_pipe_is_never_asked_for_more_than_the_next_record_needs()
    {
        var bytes = CaptureBuilder.Pcap(Frame(30), Frame(40));
        var pipe = new SlowPipe(bytes[..(24 + 16 + 30)]);
        using var set = CaptureSet.Open([CaptureSet.StandardInput], () => pipe);
        Assert.True(set.TryRead(out var frame));
        Assert.Equal(30, frame.Bytes.Length);
        Assert.Null(set.Files[0].Length);
    }

    [Fact]
    public void Standard_input_is_read_once()
    {
        using var set = CaptureSet.Open(["-", "-"], () => new MemoryStream(CaptureBuilder.Pcap(Frame(3))));
        Assert.Single(All(set));
        Assert.Contains("only once", set.Files[1].Problem!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ProblemKind.Empty, "empty")]
    [InlineData("48656c6c6f2c20776f726c64210a", ProblemKind.Text, "text")]
    [InlineData("fffe480065006c006c006f00", ProblemKind.Text, "text")]
    [InlineData("28b52ffd0458", ProblemKind.UnknownFormat, "zstd")]
    [InlineData("fd377a585a000004", ProblemKind.UnknownFormat, "xz")]
    [InlineData("425a6839314159", ProblemKind.UnknownFormat, "bzip2")]
    [InlineData("0a0d0a1c000000", ProblemKind.UnknownFormat, "text mode")]
    [InlineData("00472f0081d7484102050048", ProblemKind.UnknownFormat, "no capture format")]
    [InlineData("d4c3", ProblemKind.UnknownFormat, "no capture format")]
    [InlineData("1f8b", ProblemKind.Truncated, "gzip")]
    [InlineData("1f8bffffffffffffffffffffff", ProblemKind.Damaged, "gzip")]
    public void What_is_no_capture_is_called_by_its_name(string hex, ProblemKind kind, string word)
    {
        var (file, frames) = Both(Convert.FromHexString(hex));
        Assert.Empty(frames);
        Assert.Equal(kind, file.Problem!.Kind);
        Assert.Contains(word, file.Problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_a_missing_and_an_impossible_path_do_not_throw()
    {
        using var folder = new Folder();
        using var set = CaptureSet.Open([folder.Path, Path.Combine(folder.Path, "no", "such"), "", "a\0b"]);
        Assert.False(set.TryRead(out _));
        Assert.Equal(
            [ProblemKind.IsDirectory, ProblemKind.NotFound, ProblemKind.Unreadable, ProblemKind.Unreadable], set.Problems.Select(p => p.Kind));
        Assert.EndsWith("is a directory; name the captures in it", set.Files[0].Problem!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_files_are_no_frames()
    {
        using var set = CaptureSet.Open([]);
        Assert.False(set.TryRead(out _));
    }

    [Fact]
    public void Reading_frames_allocates_nothing()
    {
        using var folder = new Folder();
        byte[][] frames = [.. Enumerable.Range(1, 2000).Select(i => Frame(60 + (i % 7)))];
        using var set = CaptureSet.Open([folder.Add("a", CaptureBuilder.Pcap(frames[..100]))]);
        using var sections = CaptureSet.Open([folder.Add("b", CaptureBuilder.Pcapng(frames[..100]))]);
        using var merged = CaptureSet.Open([folder.Add("c", CaptureBuilder.Pcap(frames[..50])), folder.Add("d", CaptureBuilder.Pcapng(frames[..50]))]);
        foreach (var source in new[] { set, sections, merged })
        {
            for (var i = 0; i < 5; i++) source.TryRead(out _);
            Assert.Equal(0, Allocation.Least(() =>
            {
                for (var i = 0; i < 10; i++) Assert.True(source.TryRead(out _));
            }));
        }
    }

    [Fact]
    public void A_claimed_length_alone_allocates_nothing()
    {
        const uint Dbus = 231;
        var bytes = new CaptureBuilder().PcapHeader(network: Dbus).UInt32(1).UInt32(0).UInt32(16 * 1024 * 1024).UInt32(1).Bytes(new byte[10]).ToArray();
        Pipe(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (file, _) = Pipe(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
        Assert.Equal(ProblemKind.Truncated, file.Problem!.Kind);
    }

    /// <summary>Gives what it has and fails the test when it is asked for more.</summary>
    sealed class SlowPipe(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            Assert.NotEqual(Length, Position);
            return base.Read(buffer);
        }
    }
}
