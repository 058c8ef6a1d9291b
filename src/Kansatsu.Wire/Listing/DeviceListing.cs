namespace Kansatsu.Wire;

/// <summary>TFTP and CoAP.</summary>
static class DeviceListing
{
    public static bool SummarizeTftp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!TftpMessage.TryRead(bytes, out var message)) return false;
        to.Text(TftpMessage.Name(message.Opcode));
        if (!message.FileName.IsEmpty) to.Text(", File: ").Wire(message.FileName);
        else if (message.Opcode != TftpMessage.OptionAcknowledgement) to.Text(", ").Number(message.Number);
        if (!message.ErrorText.IsEmpty) to.Text(", ").Wire(message.ErrorText);
        return true;
    }

    public static void ListTftp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!TftpMessage.TryRead(bytes, out var message)) return;
        to.Field("Operation").Text(TftpMessage.Name(message.Opcode));
        if (!message.FileName.IsEmpty) to.Field("File").Wire(message.FileName);
        if (!message.ErrorText.IsEmpty) to.Field("Error").Wire(message.ErrorText);
    }

    public static bool SummarizeCoap(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!CoapMessage.TryRead(bytes, out var message)) return false;
        to.Text(TypeName(message.Type)).Text(", MID:").Number(message.MessageId).Text(", ").Text(CoapMessage.CodeName(message.Code)).Text(" ");
        message.WritePath(to);
        return true;
    }

    public static void ListCoap(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!CoapMessage.TryRead(bytes, out var message)) return;
        to.Field("Type").Text(TypeName(message.Type));
        to.Field("Code").Text(CoapMessage.CodeName(message.Code));
        to.Field("Message id").Number(message.MessageId);
        message.WritePath(to.Field("Path"));
    }

    static string TypeName(int type) => type switch { 0 => "CON", 1 => "NON", 2 => "ACK", _ => "RST" };
}
