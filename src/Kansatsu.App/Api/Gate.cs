using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Kansatsu.App.Api;

/// <summary>
/// Who may ask. On loopback anybody on this machine may, but only under a name of this machine: another site whose name is made to point here
/// (DNS rebinding) is refused by the Host header. Elsewhere a token is needed: by cookie, by Authorization, or once by ?token=, which sets the cookie.
/// </summary>
/// <param name="token">Null when none is needed.</param>
sealed class Gate(string? token)
{
    const string Cookie = "kansatsu_token";
    const string Bearer = "Bearer ";

    /// <summary>Nothing but our own files; no script or style inside pages; nobody may frame us.</summary>
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    const int TokenBytes = 16;

    public string? Token => token;

    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    public static void AddHeaders(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
    }

    /// <summary>Lets a question pass, or answers it.</summary>
    /// <returns>True when it was answered here.</returns>
    public bool Answers(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!IsOurName(request.Host)) throw new BadQuestion("this server is not known under that name", "use its address, such as http://127.0.0.1:8086/ or http://[::1]:8086/", 421);
        if (request.Method is not ("GET" or "HEAD")) throw new BadQuestion($"{request.Method} is not answered", "everything here is asked with GET", 405);
        // A page of another origin cannot read our answers; that it cannot even ask costs nothing.
        if (request.Headers["Sec-Fetch-Site"] == "cross-site" && request.Headers["Sec-Fetch-Mode"] != "navigate") throw new BadQuestion("another site asks", "open the dashboard itself", 403);
        if (token is null) return false;
        if (IsToken(request.Query["token"].ToString()))
        {
            response.Cookies.Append(Cookie, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
            response.Redirect(request.Path.Value is { Length: > 0 } path && !path.StartsWith("//", StringComparison.Ordinal) ? path : "/");
            return true;
        }

        if (IsToken(request.Cookies[Cookie] ?? "") || IsToken(OfHeader(request.Headers.Authorization.ToString()))) return false;
        throw new BadQuestion("a token is needed", "open the address that `kansatsu serve` printed, or send Authorization: Bearer TOKEN", 401);
    }

    static bool IsOurName(HostString host)
    {
        var name = host.Host;
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(name, out _) || name.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase);
    }

    static string OfHeader(string header) => header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : "";

    bool IsToken(string given) => given.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token!));
}
