using System.Text;
using Kansatsu.App.Exporting;
using Kansatsu.Tests.Wire.Application;

namespace Kansatsu.Tests.App.Exporting;

public class CsvTests
{
    [Fact]
    public void Every_row_has_every_column()
    {
        var rows = Rows(Call.Of("export", "csv", Exported.Sample("world-ipv6-day.pcap.gz")).Output);
        Assert.Equal("id", rows[0][0]);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.Equal(Call.Of("flows", Exported.Sample("world-ipv6-day.pcap.gz"), "--json").JsonLines.Select(f => f.GetProperty("id").GetString()), rows.Skip(1).Select(r => r[0]));
    }

    [Fact]
    public void What_a_spreadsheet_would_compute_is_told_to_be_text()
    {
        var request = Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: =cmd|'calc'!a0,\"x\"\r\n\r\n");
        using var file = new TemporaryFile(CaptureBuilder.Pcap(TcpFrames.Of(request, 80).Bytes.ToArray()));
        var rows = Rows(Call.Of("export", "csv", file.Path).Output);
        Assert.Equal("'=cmd|'calc'!a0,\"x\"", rows[1][rows[0].IndexOf("name")]);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-1+2", "'-1+2")]
    [InlineData("+1", "'+1")]
    [InlineData("", "")]
    public void Fields_are_quoted_as_RFC_4180_says(string field, string written)
    {
        var to = new MemoryStream();
        using (var csv = new Csv(to))
        {
            csv.AddWire(field);
            csv.Add(-7);
            csv.End();
        }

        Assert.Equal(written + ",-7\r\n", Encoding.UTF8.GetString(to.ToArray()));
    }

    /// <summary>Reads RFC 4180 strictly.</summary>
    static List<List<string>> Rows(string text)
    {
        var rows = new List<List<string>> { new() };
        for (var at = 0; at < text.Length;)
        {
            var field = new StringBuilder();
            if (text[at] == '"')
            {
                for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
                {
                    if (text[at] == '"') at++;
                    field.Append(text[at]);
                }

                at++;
            }
            else
            {
                while (text[at] is not (',' or '\r')) field.Append(text[at++]);
                Assert.DoesNotContain('"', field.ToString());
            }

            rows[^1].Add(field.ToString());
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            if (at < text.Length) rows.Add([]);
        }

        return rows;
    }
}
