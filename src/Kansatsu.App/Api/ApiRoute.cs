namespace Kansatsu.App.Api;

/// <summary>One question that the API answers.</summary>
/// <param name="Path">Below /api/v1/, such as "flows/{id}"; at most one part stands for an id.</param>
/// <param name="Says">What it answers, a sentence.</param>
/// <param name="Shape">The name of the answer's schema in the OpenAPI document.</param>
sealed record ApiRoute(string Path, string Says, IReadOnlyList<ApiParameter> Parameters, string Shape, Func<ApiCall, byte[]> Answer)
{
    const string IdPart = "{id}";

    public bool HasId { get; } = Path.Contains(IdPart, StringComparison.Ordinal);

    /// <param name="path">Below /api/v1/, still with its percent signs.</param>
    /// <param name="id">What stands in the place of the id.</param>
    public bool Fits(string path, out string id)
    {
        id = "";
        if (!HasId) return path == Path;
        var (wanted, given) = (Path.Split('/'), path.Split('/'));
        if (wanted.Length != given.Length) return false;
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] == IdPart && given[i].Length > 0) id = Uri.UnescapeDataString(given[i]);
            else if (wanted[i] != given[i]) return false;
        }

        return true;
    }
}

/// <summary>A parameter of a question.</summary>
/// <param name="Type">string or integer.</param>
sealed record ApiParameter(string Name, string Says, string Type = "string")
{
    /// <summary>The only values there are; empty when there are many.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
