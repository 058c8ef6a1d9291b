using System.Text.Json;
using Kansatsu.Wire;

namespace Kansatsu.App.Text;

/// <summary>Fields that JSON objects of different views share.</summary>
static class JsonFields
{
    extension(Utf8JsonWriter json)
    {
        public void Time(string name, Timestamp time) => json.WriteString(name, Clock.Rfc3339(time));

        public void Address(string name, Ipv6Address address)
        {
            Span<char> text = stackalloc char[Ipv6Address.MaxTextLength];
            json.WriteString(name, text[..address.Format(text)]);
        }

        public void AddressValue(Ipv6Address address)
        {
            Span<char> text = stackalloc char[Ipv6Address.MaxTextLength];
            json.WriteStringValue(text[..address.Format(text)]);
        }

        public void Addresses(string name, IEnumerable<Ipv6Address> addresses)
        {
            json.WriteStartArray(name);
            foreach (var address in addresses) json.AddressValue(address);
            json.WriteEndArray();
        }

        /// <summary>Text that came from the wire.</summary>
        public void Wire(string name, string text) => json.WriteString(name, WireText.Escape(text));

        /// <summary>A name from the wire, in presentation form.</summary>
        public void Name(string field, string name) => json.WriteString(field, NameText.Escape(name));

        public void NameValue(string name) => json.WriteStringValue(NameText.Escape(name));

        public void WireValue(string text) => json.WriteStringValue(WireText.Escape(text));

        public void Wires(string name, IEnumerable<string> texts)
        {
            json.WriteStartArray(name);
            foreach (var text in texts) json.WireValue(text);
            json.WriteEndArray();
        }

        public void Names(string field, IEnumerable<string> names)
        {
            json.WriteStartArray(field);
            foreach (var name in names) json.NameValue(name);
            json.WriteEndArray();
        }

        public void Pair(string name, long first, long second)
        {
            json.WriteStartArray(name);
            json.WriteNumberValue(first);
            json.WriteNumberValue(second);
            json.WriteEndArray();
        }
    }
}
