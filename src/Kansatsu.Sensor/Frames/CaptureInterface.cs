using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>An interface as a capture describes it.</summary>
/// <param name="Index">Unique within the observation; <see cref="Frame.Interface"/> refers to it.</param>
/// <param name="Name">As written in the file (hostile text), null when the file does not tell.</param>
/// <param name="FrameCheckLength">Bytes of frame check sequence at the end of each frame.</param>
/// <param name="SnapLength">Bytes kept of each frame; 0 when not limited.</param>
/// <param name="TimeDigits">Digits of a second that its times have: 6 for microseconds, 9 for nanoseconds and everything finer or binary.</param>
public sealed record CaptureInterface(int Index, LinkType LinkType, string? Name, int FrameCheckLength, uint SnapLength, int TimeDigits);
