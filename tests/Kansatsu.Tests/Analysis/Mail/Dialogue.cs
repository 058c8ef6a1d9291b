using System.Text;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Mail;

/// <summary>A TCP connection whose two sides speak in turn; sequence numbers follow from what was said.</summary>
sealed class Dialogue
{
    readonly Scene _scene;
    readonly (string Address, int Port) _client;
    readonly (string Address, int Port) _server;
    uint _sent = 101;
    uint _answered = 501;

    public Dialogue(Scene scene, string client, string server, int port, int clientPort = 50_000)
    {
        (_scene, _client, _server) = (scene, (client, clientPort), (server, port));
        _scene.Syn(client, clientPort, server, port);
        _scene.Tcp(server, port, client, clientPort, TcpFlags.Syn | TcpFlags.Ack, sequence: 500, acknowledgment: 101);
        _scene.Tcp(client, clientPort, server, port, TcpFlags.Ack, sequence: 101, acknowledgment: 501);
    }

    public Observer Observer => _scene.Observer;

    public MailSeen Mail => Assert.Single(Observer.Mails.All);

    /// <summary>Lines that begin with "S: " are the server's, all others the client's; each is a segment with CR LF behind it.</summary>
    public Dialogue Lines(params string[] lines)
    {
        foreach (var line in lines)
        {
            if (line.StartsWith("S: ", StringComparison.Ordinal)) Server(line[3..] + "\r\n");
            else Client(line + "\r\n");
        }

        return this;
    }

    public Dialogue Client(string bytes) => Client(Encoding.Latin1.GetBytes(bytes));

    public Dialogue Server(string bytes) => Server(Encoding.Latin1.GetBytes(bytes));

    public Dialogue Client(ReadOnlySpan<byte> bytes)
    {
        _scene.Tcp(_client.Address, _client.Port, _server.Address, _server.Port, TcpFlags.Ack | TcpFlags.Psh, bytes, _sent, _answered);
        return ClientLost(bytes.Length);
    }

    public Dialogue Server(ReadOnlySpan<byte> bytes)
    {
        _scene.Tcp(_server.Address, _server.Port, _client.Address, _client.Port, TcpFlags.Ack | TcpFlags.Psh, bytes, _answered, _sent);
        _answered += (uint)bytes.Length;
        return this;
    }

    /// <summary>So many bytes of the client's were not captured.</summary>
    public Dialogue ClientLost(int count)
    {
        _sent += (uint)count;
        return this;
    }
}
