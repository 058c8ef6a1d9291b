namespace Kansatsu.App.Api;

/// <summary>The schemas of the OpenAPI document. A test holds every answer against them.</summary>
static class ApiShapes
{
    public static string Components { get; } = Read();

    static string Read()
    {
        using var stream = typeof(ApiShapes).Assembly.GetManifestResourceStream("api-shapes.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
