using System.Diagnostics;
using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Http;

public class HttpRequestTests
{
    const string Sample = "GET /a/b?c=d HTTP/1.1\r\nHost: www.example.org\r\nUser-Agent:  curl/8.0 \r\nCONTENT-type:text/plain\r\n\r\n";

    [Fact]
    public void A_request_gives_its_line_and_its_fields()
    {
        var bytes = Bytes(Sample + "body");
        Assert.Equal(HttpReading.Complete, HttpRequest.Read(bytes, out var request));
        Assert.Equal("GET"u8, request.Method);
        Assert.Equal("/a/b?c=d"u8, request.Target);
        Assert.Equal("HTTP/1.1"u8, request.Version);
        Assert.Equal("www.example.org"u8, request.Host);
        Assert.Equal("curl/8.0"u8, request.UserAgent);
        Assert.Equal("text/plain"u8, request.ContentType);
        Assert.True(request.Referer.IsEmpty);
        Assert.Equal(Sample.Length, request.HeaderLength);
    }

    [Fact]
    public void A_request_cut_anywhere_needs_more()
    {
        var bytes = Bytes(Sample);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Equal(HttpReading.NeedMore, HttpRequest.Read(bytes.AsSpan(0, length), out var request));
            Assert.Equal(0, request.HeaderLength);
            if (length > 60) Assert.Equal("www.example.org"u8, request.Host);
        }
    }

    [Theory]
    [InlineData("CONNECT example.org:443 HTTP/1.1\r\n\r\n", "CONNECT", "example.org:443")]
    [InlineData("GET http://a.example/x HTTP/1.0\r\n\r\n", "GET", "http://a.example/x")]
    [InlineData("M-SEARCH * HTTP/1.1\r\n\r\n", "M-SEARCH", "*")]
    [InlineData("RPC_IN_DATA /rpc HTTP/1.1\n\n", "RPC_IN_DATA", "/rpc")]
    [InlineData("\r\nGET / HTTP/1.1\r\n\r\n", "GET", "/")]
    [InlineData("GET /with space HTTP/1.1\r\n\r\n", "GET", "/with space")]
    public void Unusual_requests_are_requests(string text, string method, string target)
    {
        Assert.Equal(HttpReading.Complete, HttpRequest.Read(Bytes(text), out var request));
        Assert.Equal(method, Encoding.ASCII.GetString(request.Method));
        Assert.Equal(target, Encoding.ASCII.GetString(request.Target));
        Assert.Equal(text.Length, request.HeaderLength);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("get / HTTP/1.1\r\n\r\n")]
    [InlineData("GET  HTTP/1.1\r\n\r\n")]
    [InlineData("GET /\r\n\r\n")]
    [InlineData("INVITE sip:a SIP/2.0\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_request_is_refused(string text) => Assert.Equal(HttpReading.NotHttp, HttpRequest.Read(Bytes(text), out _));

    [Fact]
    public void Folded_lines_are_passed_over_and_lines_without_a_colon_are_noticed()
    {
        HttpRequest.Read(Bytes("GET / HTTP/1.1\r\nA: 1\r\n folded\r\nHost: h\r\n\r\n"), out var folded);
        Assert.Equal("h"u8, folded.Host);
        Assert.True(IsClean(folded.Fields));
        HttpRequest.Read(Bytes("GET / HTTP/1.1\r\nnonsense\r\nHost: h\r\n\r\n"), out var broken);
        Assert.Equal("h"u8, broken.Host);
        Assert.False(IsClean(broken.Fields));
    }

    [Fact]
    public void A_header_that_never_ends_is_given_up()
    {
        Assert.Equal(HttpReading.NotHttp, HttpRequest.Read(Bytes("GET /" + new string('a', 70_000)), out _));
        Assert.Equal(HttpReading.NotHttp, HttpRequest.Read(Bytes("GET / HTTP/1.1\r\n" + string.Concat(Enumerable.Repeat("A: b\r\n", 20_000))), out _));
        Assert.Equal(HttpReading.NotHttp, HttpRequest.Read(Bytes("GET / HTTP/1.1\r\n" + string.Concat(Enumerable.Repeat("A:\r\n", 1_100)) + "\r\n"), out _));
    }

    [Fact]
    public void A_hostile_header_costs_time_in_proportion_to_its_bytes()
    {
        var bytes = Bytes("GET / HTTP/1.1\r\n" + string.Concat(Enumerable.Repeat(":\r\n", 1_000)));
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 1_000; i++) HttpRequest.Read(bytes, out _);
        Assert.InRange(clock.ElapsedMilliseconds, 0, 2_000);
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        var bytes = Bytes(Sample);
        HttpRequest.Read(bytes, out var warm);
        Assert.False(warm.Host.IsEmpty);
        Assert.Equal(0, Allocation.Least(() =>
        {
            var length = 0;
            for (var i = 0; i < 100; i++)
            {
                HttpRequest.Read(bytes, out var request);
                length += request.Host.Length;
            }

            Assert.True(length == 1_500);
        }));
    }

    static bool IsClean(HttpFields fields)
    {
        while (fields.MoveNext())
        {
        }

        return fields.IsClean;
    }

    static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
