using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Numbers from 1 for the link-layer addresses that began flows: a device has many IP addresses and, on its link, one of these. Behind a router
/// everybody is the router; then all are one device, and what depends on devices is only less sharp. Full, everybody new is number 0.
/// </summary>
sealed class DeviceTable
{
    public const int MaxDevices = ushort.MaxValue;

    readonly RecordList<MacAddress> _devices = new();
    readonly SlotIndex _index = new();

    public long Refused { get; private set; }

    public MacAddress this[ushort number] => number == 0 ? default : _devices[number - 1];

    public ushort NumberOf(MacAddress address)
    {
        if (address.IsNone || address.IsGroup) return 0;
        var hash = _index.Hash.Of(address.Value);
        var candidates = _index.Find(hash);
        while (candidates.MoveNext())
            if (_devices[candidates.Current] == address) return (ushort)(candidates.Current + 1);
        if (_devices.Count >= MaxDevices)
        {
            Refused++;
            return 0;
        }

        var position = _devices.Add();
        _devices[position] = address;
        _index.Add(hash, position);
        return (ushort)(position + 1);
    }
}
