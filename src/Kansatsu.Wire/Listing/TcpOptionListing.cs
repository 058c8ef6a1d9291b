namespace Kansatsu.Wire;

/// <summary>One line for a TCP option.</summary>
static class TcpOptionListing
{
    public static void List(scoped in TcpOptions option, ListingWriter to)
    {
        var value = new WireReader(option.Value);
        switch (option.Kind)
        {
            case TcpOptions.NoOperation: to.Field("Option").Text("no operation"); break;
            case TcpOptions.MaximumSegmentSize when value.TryReadUInt16(out var size): to.Field("Maximum segment size").Number(size).Text(" bytes"); break;
            case TcpOptions.WindowScale when value.TryReadByte(out var shift): to.Field("Window scale").Number(shift); break;
            case TcpOptions.SackPermitted: to.Field("Option").Text("selective acknowledgment permitted"); break;
            case TcpOptions.Sack:
                to.Field("Selective acknowledgment");
                while (value.TryReadUInt32(out var left) && value.TryReadUInt32(out var right)) to.Number(left).Text("-").Number(right).Text(" ");
                break;
            case TcpOptions.Timestamps when value.TryReadUInt32(out var at) && value.TryReadUInt32(out var echo):
                to.Field("Timestamps").Number(at).Text(", echo ").Number(echo);
                break;
            case TcpOptions.FastOpen: to.Field("Fast open cookie").Bytes(option.Value); break;
            default: to.Field("Option").Number(option.Kind).Text(": ").Bytes(option.Value); break;
        }
    }
}
