namespace Kansatsu.Analysis;

/// <param name="Target">The request target as sent: a path, an absolute URI, host:port for CONNECT.</param>
public sealed record HttpRequestSeen(string Method, string Host, string Target, long Count, long Frame);
