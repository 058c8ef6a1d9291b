using System.Net;
using System.Text;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Kansatsu.App.Api;

/// <summary>The dashboard and the API over HTTP.</summary>
sealed class WebServer : IAsyncDisposable
{
    const string ApiPrefix = "/api/v1/";
    const int MostConnections = 256;

    readonly WebApplication _app;
    readonly Serving _serving;
    readonly PageFiles _pages;
    readonly Gate _gate;

    WebServer(Serving serving, PageFiles pages, Gate gate, Action<KestrelServerOptions> listen)
    {
        (_serving, _pages, _gate) = (serving, pages, gate);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxConcurrentConnections = MostConnections;
            options.Limits.MaxRequestBodySize = 0;
            options.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            listen(options);
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Where it answers: http://127.0.0.1:8086 and so on.</summary>
    public IReadOnlyCollection<string> Addresses => [.. _app.Urls];

    public static async Task<WebServer> StartAsync(Serving serving, PageFiles pages, Gate gate, Listening where)
    {
        for (var port = where.Port; ; port++)
        {
            var server = new WebServer(serving, pages, gate, options => where.Apply(options, port));
            try
            {
                await server._app.StartAsync();
                return server;
            }
            catch (IOException e) when (e.InnerException is AddressInUseException && where.MayMove(port))
            {
                await server.DisposeAsync();
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    async Task AnswerAsync(HttpContext context)
    {
        Gate.AddHeaders(context.Response);
        try
        {
            if (!_gate.Answers(context)) await AnswerAllowedAsync(context);
        }
        catch (BadQuestion e)
        {
            await SayAsync(context, e.Status, e.Message, e.Remedy);
        }
        catch (StoreException e)
        {
            await SayAsync(context, StatusCodes.Status503ServiceUnavailable, e.Path + ": " + e.Reason, e.Remedy);
        }
    }

    Task AnswerAllowedAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        _serving.CountQuestion();
        if (path == ApiPrefix + "events") return Changes.StreamAsync(context, _serving);
        if (path == ApiPrefix + "openapi.json") return WriteAsync(context, OpenApiDocument.Bytes, "application/json; charset=utf-8");
        if (path.StartsWith("/api/", StringComparison.Ordinal)) return AnswerApiAsync(context, path);
        if (path == "/metrics") return WriteAsync(context, Encoding.UTF8.GetBytes(MetricsText.Of(_serving)), MetricsText.ContentType);
        if (path == "/healthz") return HealthAsync(context);
        return _pages.AnswerAsync(context, path);
    }

    Task AnswerApiAsync(HttpContext context, string path)
    {
        if (!path.StartsWith(ApiPrefix, StringComparison.Ordinal) || ApiRoutes.Find(path[ApiPrefix.Length..]) is not { } found)
            throw BadQuestion.NotFound("the API has nothing here", "/api/v1/openapi.json lists what can be asked");
        return WriteAsync(context, found.Route.Answer(new ApiCall(_serving, context.Request.Query, found.Id)), "application/json; charset=utf-8");
    }

    /// <summary>Says whether the store can be asked.</summary>
    Task HealthAsync(HttpContext context)
    {
        var revision = _serving.Store.Queries.Revision();
        return WriteAsync(context, JsonLines.Object(json =>
        {
            json.WriteString("status", "ok");
            json.WriteNumber("revision", revision);
        }), "application/json; charset=utf-8");
    }

    static Task SayAsync(HttpContext context, int status, string error, string remedy)
    {
        if (context.Response.HasStarted) return Task.CompletedTask;
        context.Response.StatusCode = status;
        return WriteAsync(context, JsonLines.Object(json =>
        {
            json.WriteString("error", WireText.Escape(error));
            json.WriteString("do", WireText.Escape(remedy));
        }), "application/json; charset=utf-8");
    }

    static async Task WriteAsync(HttpContext context, byte[] bytes, string type)
    {
        var response = context.Response;
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-store";
        if (context.Request.Method != "HEAD") await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
