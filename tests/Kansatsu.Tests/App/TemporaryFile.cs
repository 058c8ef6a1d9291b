namespace Kansatsu.Tests.App;

sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(byte[] content) => File.WriteAllBytes(Path, content);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"kansatsu-{Guid.NewGuid():n}.pcap");

    public void Dispose() => File.Delete(Path);
}
