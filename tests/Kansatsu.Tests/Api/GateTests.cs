using System.Net;
using System.Text.Json;
using Kansatsu.App.Api;

namespace Kansatsu.Tests.Api;

public class GateTests(ServedSamples samples) : IClassFixture<ServedSamples>
{
    const string Token = "0123456789abcdef";

    readonly Served _served = samples.Served;

    static Task<HttpResponseMessage> SendAsync(Served served, string path, Action<HttpRequestMessage> change)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        change(request);
        return served.Client.SendAsync(request);
    }

    [Theory]
    [InlineData("attacker.example", 421)]
    [InlineData("attacker.example:8086", 421)]
    [InlineData("localhost.attacker.example", 421)]
    [InlineData("127.0.0.1.attacker.example", 421)]
    [InlineData("localhost:8086", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:8086", 200)]
    public async Task A_foreign_name_that_points_here_is_refused(string host, int status)
    {
        using var response = await SendAsync(_served, "/healthz", r => r.Headers.Host = host);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Every_answer_forbids_what_pages_do_not_need()
    {
        foreach (var path in new[] { "/healthz", "/api/v1/status", "/nothing", "/api/v1/flows?limit=no" })
        {
            using var response = await SendAsync(_served, path, static _ => { });
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(response.Headers.Contains("Server"));
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Only_questions_are_answered(string method)
    {
        using var response = await SendAsync(_served, "/api/v1/status", r => r.Method = new HttpMethod(method));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Another_site_may_not_ask()
    {
        using var response = await SendAsync(_served, "/api/v1/status", r =>
        {
            r.Headers.Add("Sec-Fetch-Site", "cross-site");
            r.Headers.Add("Sec-Fetch-Mode", "no-cors");
        });
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Where_a_token_is_needed_nothing_is_told_without_it()
    {
        await using var served = Served.Guarded(Token);
        foreach (var path in new[] { "/", "/api/v1/status", "/api/v1/events", "/metrics", "/healthz", "/api/v1/status?token=wrong", "/?token=" })
        {
            using var response = await SendAsync(served, path, static _ => { });
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            Assert.Contains("token", json.GetProperty("error").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_token_is_taken_once_from_the_address_then_from_the_cookie_or_from_the_header()
    {
        await using var served = Served.Guarded(Token);
        using var first = await SendAsync(served, $"/api/v1/status?token={Token}", static _ => { });
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal("/api/v1/status", first.Headers.Location!.ToString());
        var cookie = first.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        using var second = await SendAsync(served, "/api/v1/status", r => r.Headers.Add("Cookie", cookie.Split(';')[0]));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        using var third = await SendAsync(served, "/api/v1/status", r => r.Headers.Add("Authorization", $"Bearer {Token}"));
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1:9000", true, false)]
    [InlineData("[::1]:9000", true, false)]
    [InlineData("localhost:9000", true, false)]
    [InlineData("9000", true, false)]
    [InlineData("0.0.0.0:9000", true, true)]
    [InlineData("[::]:9000", true, true)]
    [InlineData("192.0.2.1:9000", true, true)]
    [InlineData("::1:9000", false, false)]
    [InlineData("127.0.0.1:70000", false, false)]
    [InlineData("here:9000", false, false)]
    [InlineData("", false, false)]
    public void Whoever_listens_beyond_loopback_is_open_and_needs_a_token(string text, bool isRight, bool isOpen)
    {
        Assert.Equal(isRight, Listening.TryParse(text, out var where));
        if (isRight) Assert.Equal(isOpen, where.IsOpen);
    }
}
