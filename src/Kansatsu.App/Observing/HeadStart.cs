using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>
/// While one processor still reads the command line, another loads what every capture needs: by observing one frame. The runtime prepares code and types when
/// they are first used; done one after the other that takes as long as reading a hundred thousand frames.
/// </summary>
static class HeadStart
{
    /// <summary>Ethernet, IPv6, UDP, DNS: 2001:db8::1 asks 2001:db8::53 for an address of www.example.org.</summary>
    static readonly byte[] s_frame = Convert.FromHexString(
        "02000000005302000000000186dd600000000029114020010db800000000000000000000000120010db8000000000000000000000053cf08" +
        "003500295a0212340100000100000000000003777777076578616d706c65036f726700001c0001");

    /// <summary>With a single processor there is nothing to be gained.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount > 1) new Thread(static () => Rehearse()) { IsBackground = true, Name = "head start" }.Start();
    }

    /// <summary>Nothing of it is kept.</summary>
    internal static Observer Rehearse()
    {
        var observer = new Observer();
        var batch = observer.NewBatch();
        var d = default(Dissection);
        batch.Add(new Dissector(), new Frame(s_frame, s_frame.Length, default, LinkType.Ethernet), ref d);
        observer.Observe(batch);
        observer.Causes.Prepare();
        return observer;
    }
}
