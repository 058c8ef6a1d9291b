using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Http;

public class HttpResponseTests
{
    [Fact]
    public void A_response_gives_its_status_and_its_fields()
    {
        Assert.Equal(HttpReading.Complete, HttpResponse.Read(Bytes("HTTP/1.1 301 Moved Permanently\r\nServer: nginx\r\nLocation: https://a/\r\n\r\n"), out var response));
        Assert.Equal(301, response.StatusCode);
        Assert.Equal("Moved Permanently"u8, response.Reason);
        Assert.Equal("nginx"u8, response.Server);
        Assert.Equal("https://a/"u8, response.Location);
        Assert.True(response.Body.EndsAtClose);
        Assert.False(response.IsInterim);
    }

    [Fact]
    public void A_response_cut_anywhere_needs_more()
    {
        var bytes = Bytes("HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\n");
        for (var length = 0; length < bytes.Length; length++) Assert.Equal(HttpReading.NeedMore, HttpResponse.Read(bytes.AsSpan(0, length), out _));
    }

    [Theory]
    [InlineData("HTTP/1.1 20 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 2000 OK\r\n\r\n")]
    [InlineData("HTTP/1.1\r\n\r\n")]
    [InlineData("HTTP/2 200\r\n\r\n")]
    [InlineData("ICY 200 OK\r\n\r\n")]
    public void What_is_no_response_is_refused(string text) => Assert.Equal(HttpReading.NotHttp, HttpResponse.Read(Bytes(text), out _));

    [Theory]
    [InlineData("HTTP/1.1 204 No Content\r\nContent-Length: 10\r\n\r\n")]
    [InlineData("HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\n")]
    public void Some_responses_never_have_a_body(string text)
    {
        HttpResponse.Read(Bytes(text), out var response);
        Assert.True(response.Body.IsDone);
    }

    [Fact]
    public void A_counted_body_ends_where_it_says()
    {
        var body = Body("Content-Length: 5");
        Assert.Equal(3, body.Skip("abc"u8));
        Assert.False(body.IsDone);
        Assert.Equal(2, body.Skip("deHTTP/1.1"u8));
        Assert.True(body.IsDone);
    }

    [Theory]
    [InlineData("4\r\nWiki\r\n5;x=y\r\npedia\r\n0\r\n\r\n")]
    [InlineData("a\r\n0123456789\r\n0\r\nTrailer: yes\r\n\r\n")]
    [InlineData("1\nx\n0\n\n")]
    public void A_chunked_body_ends_at_its_last_chunk_however_it_is_cut(string text)
    {
        var bytes = Bytes(text + "NEXT");
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var body = Body("Transfer-Encoding: gzip, Chunked");
            var length = body.Skip(bytes.AsSpan(0, cut));
            length += body.Skip(bytes.AsSpan(cut));
            Assert.Equal(text.Length, length);
            Assert.True(body.IsDone);
        }
    }

    [Theory]
    [InlineData("zz\r\n")]
    [InlineData("\r\n")]
    [InlineData("1\r\nxy\r\n")]
    [InlineData("fffffffffffffffff\r\n")]
    public void A_chunk_that_contradicts_itself_is_broken(string text)
    {
        var body = Body("Transfer-Encoding: chunked");
        body.Skip(Bytes(text));
        Assert.True(body.IsBroken);
    }

    [Theory]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 5, 5")]
    [InlineData("Content-Length: 99999999999999999999")]
    public void A_length_that_is_no_number_is_broken(string field) => Assert.True(Body(field).IsBroken);

    [Fact]
    public void A_request_without_a_length_has_no_body()
    {
        HttpRequest.Read(Bytes("POST / HTTP/1.1\r\n\r\n"), out var request);
        Assert.True(request.Body.IsDone);
    }

    static HttpBody Body(string field)
    {
        Assert.Equal(HttpReading.Complete, HttpResponse.Read(Bytes($"HTTP/1.1 200 OK\r\n{field}\r\n\r\n"), out var response));
        return response.Body;
    }

    static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
