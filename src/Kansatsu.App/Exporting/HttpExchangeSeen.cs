using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>An HTTP/1 request with the head of its response, where that was seen. All texts are hostile; null when absent.</summary>
sealed class HttpExchangeSeen
{
    public required Timestamp Time { get; init; }

    public required long Frame { get; init; }

    public required int Flow { get; init; }

    /// <summary>Its place among the requests of the flow, from 1.</summary>
    public required int Depth { get; init; }

    public required string Method { get; init; }

    public string? Host { get; init; }

    public string? Target { get; init; }

    /// <summary>"HTTP/1.1".</summary>
    public string? RequestVersion { get; init; }

    public string? Referrer { get; init; }

    public string? UserAgent { get; init; }

    public string? Origin { get; init; }

    public int? Status { get; set; }

    public string? Reason { get; set; }

    public string? ResponseVersion { get; set; }

    public string? ContentType { get; set; }

    /// <summary>The latest 1xx response.</summary>
    public int? InterimStatus { get; set; }

    public string? InterimReason { get; set; }
}
