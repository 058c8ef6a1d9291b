using System.Collections.Frozen;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Kansatsu.App.Api;

/// <summary>The pages as they were built: few files, kept in memory, whole and packed.</summary>
sealed class PageFiles
{
    const string Index = "/index.html";

    static readonly FrozenSet<string> s_pages = new[] { "/", "/peers", "/flows", "/channels", "/telegrams", "/moves", "/findings", "/diary", "/health" }.ToFrozenSet(StringComparer.Ordinal);

    readonly FrozenDictionary<string, PageFile> _files;

    PageFiles(FrozenDictionary<string, PageFile> files) => _files = files;

    /// <summary>The pages are there; without them only the API answers.</summary>
    public bool AreBuilt => _files.ContainsKey(Index);

    /// <param name="folder">Null when there is none.</param>
    public static PageFiles Load(string? folder)
    {
        var files = new Dictionary<string, PageFile>(StringComparer.Ordinal);
        foreach (var path in folder is null ? [] : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (TypeOf(path) is { } type) files["/" + Path.GetRelativePath(folder!, path).Replace('\\', '/')] = PageFile.Of(File.ReadAllBytes(path), type);
        }

        return new PageFiles(files.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public async Task AnswerAsync(HttpContext context, string path)
    {
        var name = s_pages.Contains(path.Length > 1 ? path.TrimEnd('/') : path) ? Index : path;
        if (!_files.TryGetValue(name, out var file))
        {
            throw s_pages.Contains(path)
                ? BadQuestion.NotFound("the pages are not built", "install Node.js 20 or newer and start again: ./kansatsu serve; the API answers without them, see /api/v1/openapi.json")
                : BadQuestion.NotFound("there is nothing here", "the pages begin at /, the API at /api/v1/openapi.json");
        }

        var response = context.Response;
        response.ContentType = file.Type;
        // Names of assets change with their content.
        response.Headers.CacheControl = name.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        var isPacked = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (isPacked) response.Headers.ContentEncoding = "gzip";
        var bytes = isPacked ? file.Packed : file.Whole;
        response.ContentLength = bytes.Length;
        if (context.Request.Method != "HEAD") await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    static string? TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    sealed record PageFile(byte[] Whole, byte[] Packed, string Type)
    {
        public static PageFile Of(byte[] whole, string type)
        {
            var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(whole);
            return new PageFile(whole, packed.ToArray(), type);
        }
    }
}
