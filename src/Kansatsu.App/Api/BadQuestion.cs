namespace Kansatsu.App.Api;

/// <summary>A question that cannot be answered: what is wrong with it, and what to ask instead.</summary>
/// <param name="status">The HTTP status.</param>
sealed class BadQuestion(string error, string remedy, int status = 400) : Exception(error)
{
    public int Status { get; } = status;

    public string Remedy { get; } = remedy;

    public static BadQuestion NotFound(string error, string remedy) => new(error, remedy, 404);
}
