using System.Text;
using Kansatsu.App;
using Kansatsu.Tests.Wire.Application;
using Kansatsu.Wire;

namespace Kansatsu.Tests.App;

public class ExitCodeTests
{
    static readonly byte[] s_frame = UdpFrames.Build(40000, 9999, "hello"u8);

    [Fact]
    public void A_good_capture_is_read_without_a_word_on_the_error_stream()
    {
        var call = Call.On(CaptureBuilder.Pcap(s_frame), "read");
        Assert.Equal(0, call.Code);
        Assert.Equal("", call.Error);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("packets")]
    [InlineData("flows")]
    [InlineData("names")]
    [InlineData("groups")]
    [InlineData("neighbors")]
    [InlineData("anomalies")]
    [InlineData("causes")]
    public void A_missing_file_is_named_in_one_line_and_ends_with_3(string verb)
    {
        var call = Call.Of(verb, "/nonexistent/x.pcap");
        Assert.Equal(3, call.Code);
        Assert.StartsWith("kansatsu: /nonexistent/x.pcap: ", call.Error, StringComparison.Ordinal);
        Assert.Equal(1, call.Error.Count(c => c == '\n'));
    }

    [Fact]
    public void A_directory_is_not_available_as_a_capture()
    {
        var call = Call.Of("read", Path.GetTempPath());
        Assert.Equal(3, call.Code);
        Assert.Contains("directory", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is a letter, not a capture.\n")]
    public void Text_and_nothing_are_told_and_end_with_1(string content)
    {
        var call = Call.On(Encoding.UTF8.GetBytes(content), "read");
        Assert.Equal(1, call.Code);
        Assert.Equal(1, call.Error.Count(c => c == '\n'));
        Assert.Equal("", call.Output);
    }

    [Fact]
    public void A_truncated_capture_is_read_as_far_as_it_goes_and_the_offset_is_told()
    {
        var whole = CaptureBuilder.Pcap(s_frame, s_frame);
        var call = Call.On(whole[..^5], "read", "--json");
        Assert.Equal(1, call.Code);
        Assert.Equal(1, call.Json.GetProperty("frames").GetInt32());
        Assert.Matches("byte [0-9]+", call.Error);
        Assert.Equal(1, call.Error.Count(c => c == '\n'));
        Assert.Contains("byte", call.Json.GetProperty("files")[0].GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_of_an_unknown_link_type_are_counted_and_the_type_is_told()
    {
        var capture = new CaptureBuilder().PcapHeader(network: 147).PcapRecord(1, 0, s_frame).ToArray();
        var call = Call.On(capture, "read", "--json");
        Assert.Equal(1, call.Code);
        Assert.Contains("147", call.Error, StringComparison.Ordinal);
        Assert.Equal(1, call.Json.GetProperty("frames").GetInt32());
    }

    [Fact]
    public void A_missing_file_beside_a_good_one_leaves_the_good_one_read()
    {
        using var good = new TemporaryFile(CaptureBuilder.Pcap(s_frame));
        var call = Call.Of("read", good.Path, "/nonexistent/y.pcap", "--json");
        Assert.Equal(1, call.Code);
        Assert.Equal(1, call.Json.GetProperty("frames").GetInt32());
        Assert.Contains("/nonexistent/y.pcap", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_read_by_every_way_of_listing()
    {
        var capture = CaptureBuilder.Pcap(s_frame);
        Assert.Contains("40000", Call.Of(new MemoryStream(capture), "packets", "-").Output, StringComparison.Ordinal);
        Assert.Contains("40000", Call.Of(new MemoryStream(capture), "flows", "-").Output, StringComparison.Ordinal);
        Assert.Equal(1, Call.Of(new MemoryStream(capture), "read", "-", "--json").Json.GetProperty("frames").GetInt32());
    }

    [Theory]
    [InlineData("red", "did you mean 'read'")]
    [InlineData("read x --jsno", "did you mean '--json'")]
    [InlineData("read", "needs a capture file")]
    [InlineData("read x --tz Mars/Olympus", "--tz 'Mars/Olympus'")]
    [InlineData("read x --home fish", "--home 'fish'")]
    [InlineData("read x --since yesterday", "--since 'yesterday'")]
    [InlineData("read x --lang tlh", "--lang 'tlh'")]
    [InlineData("flows x --cause scna", "did you mean scan")]
    [InlineData("flows x --port 70000", "--port '70000'")]
    [InlineData("flows x --peer 1.2.3", "--peer '1.2.3'")]
    [InlineData("packets x -n many", "--limit 'many'")]
    [InlineData("packets x --since", "--since")]
    [InlineData("watch eth0", "there is no verb 'watch'")]
    public void A_mistake_in_the_command_line_ends_with_2_and_one_helpful_line(string arguments, string says)
    {
        var call = Call.Of(arguments.Split(' '));
        Assert.Equal(2, call.Code);
        Assert.Contains(says, call.Error, StringComparison.Ordinal);
        Assert.Equal(1, call.Error.Count(c => c == '\n'));
        Assert.Equal("", call.Output);
    }

    [Fact]
    public void What_was_mistyped_is_escaped_in_the_answer()
    {
        Assert.DoesNotContain('\e', Call.Of("\e[31mread").Error);
        Assert.DoesNotContain('\e', Call.Of("read", "/nonexistent/\e[31m.pcap").Error);
    }

    [Fact]
    public void A_closed_pipe_ends_the_program_quietly()
    {
        using var file = new TemporaryFile(CaptureBuilder.Pcap([.. Enumerable.Repeat(s_frame, 2000)]));
        var error = new StringWriter();
        foreach (var verb in new[] { "packets", "flows", "read" })
        {
            foreach (var format in new[] { "--json", "--no-color" })
                Assert.Equal(0, Program.Run([verb, file.Path, format], new Terminal { Output = new ClosedPipe(), Error = error }));
        }

        Assert.Equal("", error.ToString());
    }

    [Fact]
    public void An_unforeseen_failure_is_one_line_without_a_stack_trace()
    {
        var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Output = new Refusing(), Error = error };
        Assert.Equal(1, Program.Run(["--help"], terminal));
        Assert.Equal(1, error.ToString().Count(c => c == '\n'));
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    class Refusing : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw Failure();

        public override void Write(ReadOnlySpan<byte> buffer) => throw Failure();

        protected virtual Exception Failure() => new NotSupportedException("no\nline");
    }

    sealed class ClosedPipe : Refusing
    {
        const int BrokenPipe = 32;

        protected override Exception Failure() => new IOException("Broken pipe", BrokenPipe);
    }
}
