using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Vendor prefixes that scanners try, because many machines share them: virtual machines (RFC 7707 §4.1.1.1) and small computers. From the IEEE
/// registry; it is no complete list of vendors.
/// </summary>
static class VirtualVendors
{
    public static string? NameOf(MacAddress mac) => (mac.Value >> 24) switch
    {
        0x00_0569 or 0x00_0c29 or 0x00_1c14 or 0x00_5056 => "VMware",
        0x08_0027 => "VirtualBox",
        0x52_5400 => "QEMU, KVM",
        0x00_163e => "Xen",
        0x00_155d => "Hyper-V",
        0x00_1c42 => "Parallels",
        0xb8_27eb or 0xdc_a632 or 0xe4_5f01 => "Raspberry Pi",
        _ => null,
    };
}
