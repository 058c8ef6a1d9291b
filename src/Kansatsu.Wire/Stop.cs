namespace Kansatsu.Wire;

/// <summary>What ended the reading of a frame: why, in which layer, and at which offset of that layer's buffer.</summary>
/// <param name="Offset">Bytes from the start of the buffer (the frame, or the reassembled packet) that holds the layer.</param>
public readonly record struct Stop(StopReason Reason, LayerKind Layer, int Offset)
{
    public static readonly Stop None;

    public bool IsNone => Reason == StopReason.None;
}
