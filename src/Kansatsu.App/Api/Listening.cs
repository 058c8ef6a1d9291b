using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Kansatsu.App.Api;

/// <summary>Where the server listens: on loopback, both families, or where it was told.</summary>
/// <param name="Address">Null: loopback.</param>
/// <param name="Port">0: any that is free; only with an address.</param>
sealed record Listening(IPAddress? Address, int Port)
{
    const int UsualPort = 8086;

    /// <summary>So many further ports are tried when the usual one is taken.</summary>
    const int OtherPorts = 10;

    public static readonly Listening Usual = new(null, UsualPort);

    /// <summary>Whoever can reach the machine can reach the server.</summary>
    public bool IsOpen => Address is not null && !IPAddress.IsLoopback(Address);

    /// <param name="text">127.0.0.1:8086, [2001:db8::1]:8086, localhost:8086, or a port alone.</param>
    public static bool TryParse(string text, out Listening where)
    {
        where = Usual;
        var colon = text.LastIndexOf(':');
        var (host, port) = colon < 0 ? ("localhost", text) : (text[..colon], text[(colon + 1)..]);
        if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        if (host == "localhost")
        {
            where = number == 0 ? new Listening(IPAddress.Loopback, 0) : new Listening(null, number);
            return true;
        }

        if (host.Contains(':') && !(host.StartsWith('[') && host.EndsWith(']'))) return false;
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var address)) return false;
        where = new Listening(address, number);
        return true;
    }

    /// <summary>Another port will do, as long as nobody asked for this one.</summary>
    public bool MayMove(int taken) => ReferenceEquals(this, Usual) && taken < UsualPort + OtherPorts;

    public void Apply(KestrelServerOptions options, int port)
    {
        if (Address is null) options.ListenLocalhost(port);
        else options.Listen(Address, port);
    }
}
