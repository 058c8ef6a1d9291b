using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>Values as Zeek and Suricata write them.</summary>
static class LogFields
{
    extension(Utf8JsonWriter json)
    {
        /// <summary>Seconds since 1970 with six digits behind the point.</summary>
        public void Epoch(string name, Timestamp time) => json.Seconds(name, time.Nanoseconds);

        /// <summary>Nanoseconds as seconds with six digits behind the point.</summary>
        public void Seconds(string name, long nanoseconds)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(((decimal)(nanoseconds / 1000) / 1_000_000).ToString("0.000000", CultureInfo.InvariantCulture), skipInputValidation: true);
        }

        /// <summary>2008-06-14T00:13:09.342580+0000</summary>
        public void EveTime(string name, Timestamp time)
        {
            var text = DateTime.UnixEpoch.AddTicks(time.Nanoseconds / 100).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+0000'", CultureInfo.InvariantCulture);
            json.Plain(name, text);
        }

        /// <summary>Text of ours in which a plus sign shall stay one.</summary>
        public void Plain(string name, string text) => json.WriteString(name, JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
    }
}
