using System.Buffers.Binary;
using System.Diagnostics;
using Kansatsu.Store;
using Kansatsu.Tests.App;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Store;

/// <summary>The program is killed while it imports, as by kill -9, and the capture is read again.</summary>
public class KillTests
{
    const int Flows = 100_000;
    /// <summary>More with bench/kill-imports.</summary>
    static readonly int s_kills = int.TryParse(Environment.GetEnvironmentVariable("KANSATSU_KILLS"), out var asked) ? asked : 8;


    [Fact]
    public void An_import_that_is_killed_again_and_again_ends_like_one_that_was_not()
    {
        using var capture = new TemporaryFile(Capture());
        using var straight = new TemporaryStore();
        using var killed = new TemporaryStore();
        var watch = Stopwatch.StartNew();
        Import(capture.Path, straight.Path).WaitForExit();
        var whole = watch.ElapsedMilliseconds;
        var random = new Random(4);
        for (var i = 0; i < s_kills; i++)
        {
            using var import = Import(capture.Path, killed.Path);
            // Most kills fall into the writing, which is the last part.
            if (!import.WaitForExit((int)(whole * (0.3 + (0.7 * random.NextDouble()))))) import.Kill();
            import.WaitForExit();
            if (File.Exists(killed.Path) && IsStore(killed.Path)) Assert.Equal("ok", killed.Store.CheckIntegrity());
            killed.Close();
            // Complete before the last kill: begun anew, so that each kill interrupts something.
            if (i < s_kills - 1 && IsComplete(killed)) killed.Clear();
        }

        Import(capture.Path, killed.Path).WaitForExit();
        Assert.Equal("ok", killed.Store.CheckIntegrity());
        Assert.Equal(Flows, straight.Ask.Status().Flows);
        Assert.Equal(Flows, killed.Ask.Status().Flows);
        Assert.Equal(straight.Ask.Causes(StoreRange.All).Causes, killed.Ask.Causes(StoreRange.All).Causes);
        Assert.Equal(Ids(straight), Ids(killed));
        Assert.True(Assert.Single(killed.Ask.Status().Sources).IsComplete);
    }

    static bool IsComplete(TemporaryStore store)
    {
        if (!File.Exists(store.Path) || !IsStore(store.Path)) return false;
        var isComplete = store.Ask.Status().Sources.Any(s => s.IsComplete);
        store.Close();
        return isComplete;
    }

    static List<string> Ids(TemporaryStore store) => [.. store.Ask.EachFlow(StoreRange.All, FlowQuery.Everything).Select(f => f.Flow.Id)];

    /// <summary>A kill may come before the first page was written.</summary>
    static bool IsStore(string path) => new FileInfo(path).Length > 0;

    static Process Import(string capture, string store)
    {
        var program = typeof(Kansatsu.App.ExitCode).Assembly.Location;
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["exec", program, "read", capture, "--store", store, "--json", "-q"]) start.ArgumentList.Add(word);
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>One UDP packet of each flow, a millisecond apart, as raw IPv6.</summary>
    static byte[] Capture()
    {
        const int length = 48;
        var bytes = new byte[24 + (Flows * (16 + length))];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0xa1b2c3d4);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), 0x0004_0002);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), 65535);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(20), 101);
        for (var i = 0; i < Flows; i++)
        {
            var record = bytes.AsSpan(24 + (i * (16 + length)));
            BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)(TemporaryStore.Begin + (i / 1000)));
            BinaryPrimitives.WriteUInt32LittleEndian(record[4..], (uint)(i % 1000 * 1000));
            BinaryPrimitives.WriteUInt32LittleEndian(record[8..], length);
            BinaryPrimitives.WriteUInt32LittleEndian(record[12..], length);
            var packet = record[16..];
            packet[0] = 0x60;
            (packet[5], packet[6], packet[7]) = (8, IpProtocols.Udp, 64);
            new Ipv6Address(0x2001_0db8_0000_0000, (ulong)i).Write(packet[8..]);
            new Ipv6Address(0x2001_0db8_0001_0000, 1).Write(packet[24..]);
            BinaryPrimitives.WriteUInt16BigEndian(packet[40..], 40000);
            BinaryPrimitives.WriteUInt16BigEndian(packet[42..], (ushort)(9000 + (i % 7)));
            packet[45] = 8;
        }

        return bytes;
    }
}
