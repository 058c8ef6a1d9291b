namespace Kansatsu.Wire;

/// <summary>Where frames come from: capture files or a live interface.</summary>
public interface IFrameSource : IDisposable
{
    /// <summary>The next frame; its bytes are valid until the next call.</summary>
    /// <returns>False at the end, or when what follows cannot be read (the source then has a problem to tell).</returns>
    bool TryRead(out Frame frame);
}
