using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>Writes packets one by one; closing it writes what is still buffered.</summary>
interface IPacketWriter : IDisposable
{
    /// <param name="flow">Index of its flow, or -1.</param>
    /// <param name="comment">What the capture says of the packet; hostile text.</param>
    void Write(in Dissection d, int flow, string? comment);
}
