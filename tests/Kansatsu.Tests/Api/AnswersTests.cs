using System.Net;
using System.Text.Json;
using Kansatsu.App.Api;
using Kansatsu.Tests.App;

namespace Kansatsu.Tests.Api;

public class AnswersTests(ServedSamples samples) : IClassFixture<ServedSamples>
{
    readonly Served _served = samples.Served;

    public static TheoryData<string> Lists => [.. ApiRoutes.All.Where(r => !r.HasId).Select(r => r.Path)];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_answer_has_the_shape_that_the_document_promises(string path)
    {
        var document = await _served.GetAsync("/api/v1/openapi.json");
        var route = ApiRoutes.All.Single(r => r.Path == path);
        Assert.Equal($"#/components/schemas/{route.Shape}", document.GetProperty("paths").GetProperty("/" + path).GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString());
        var answer = await _served.GetAsync("/api/v1/" + path);
        Assert.Empty(new Shape(document.GetProperty("components").GetProperty("schemas")).Faults(route.Shape, answer));
    }

    [Fact]
    public async Task One_thing_of_a_list_is_found_by_its_id_and_has_its_shape()
    {
        var shape = new Shape((await _served.GetAsync("/api/v1/openapi.json")).GetProperty("components").GetProperty("schemas"));
        foreach (var (list, name) in new[] { ("flows", "Flow"), ("findings", "Finding"), ("telegrams", "Telegram") })
        {
            var first = (await _served.GetAsync($"/api/v1/{list}?limit=3")).GetProperty(list)[0];
            var id = first.GetProperty("id").GetString()!;
            var one = await _served.GetAsync($"/api/v1/{list}/{id}");
            Assert.Equal(id, one.GetProperty("id").GetString());
            Assert.Empty(shape.Faults(name, one));
            Assert.Equal(HttpStatusCode.NotFound, (await _served.AskAsync($"/api/v1/{list}/nosuchid00000")).Status);
        }
    }

    [Fact]
    public async Task A_flow_is_the_object_that_the_command_line_prints()
    {
        var printed = Call.Of("flows", Call.Sample, "--json").JsonLines[0];
        var id = printed.GetProperty("id").GetString();
        var answered = await _served.GetAsync($"/api/v1/flows/{id}?at={printed.GetProperty("first").GetString()}");
        foreach (var field in printed.EnumerateObject()) Assert.Equal(field.Value.GetRawText(), answered.GetProperty(field.Name).GetRawText());
        Assert.EndsWith("2008-06-14-eew.pcapng", answered.GetProperty("source").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_flows_join_without_gap_or_overlap()
    {
        var (seen, next) = (new List<string>(), "");
        do
        {
            var page = await _served.GetAsync($"/api/v1/flows?limit=9{next}");
            seen.AddRange(page.GetProperty("flows").EnumerateArray().Select(f => f.GetProperty("id").GetString()!));
            next = page.GetProperty("next") is { ValueKind: JsonValueKind.String } cursor ? "&before=" + cursor.GetString() : "";
        }
        while (next.Length > 0);

        Assert.Equal(74, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_short_span_is_drawn_from_its_flows_and_a_long_one_from_sums_and_both_have_every_byte()
    {
        var causes = await _served.GetAsync("/api/v1/causes?from=1213401980&to=1213402500");
        var wanted = causes.GetProperty("causes").EnumerateArray().Sum(c => c.GetProperty("bytes").GetInt64());
        foreach (var (span, tier) in new[] { ("from=1213401980&to=1213402500", "flows"), ("from=1213398000&to=1213405200", "minute") })
        {
            var timeline = await _served.GetAsync("/api/v1/timeline?points=300&" + span);
            Assert.Equal(tier, timeline.GetProperty("tier").GetString());
            Assert.Equal(wanted, timeline.GetProperty("series").EnumerateArray().Sum(s => s.GetProperty("bytes").EnumerateArray().Sum(b => b.GetInt64())));
            Assert.All(timeline.GetProperty("series").EnumerateArray(), s => Assert.Equal(timeline.GetProperty("times").GetArrayLength(), s.GetProperty("packets").GetArrayLength()));
            Assert.InRange(timeline.GetProperty("times").GetArrayLength(), 2, 301);
        }
    }

    [Fact]
    public async Task Japanese_is_answered_when_asked_for()
    {
        var flows = (await _served.GetAsync("/api/v1/flows?filter=cause:channel-unjoined&lang=ja")).GetProperty("flows");
        Assert.Contains("マルチキャスト", flows[0].GetProperty("cause").GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flows?filter=port:much", "port:much")]
    [InlineData("flows?before=then", "before 'then'")]
    [InlineData("flows?limit=0", "limit '0'")]
    [InlineData("timeline?by=colour", "by 'colour'")]
    [InlineData("timeline?peer=everybody", "peer 'everybody'")]
    [InlineData("causes?family=5", "family '5'")]
    [InlineData("causes?from=yesterday", "from 'yesterday'")]
    [InlineData("peers?cause=because", "no cause 'because'")]
    [InlineData("peers?by=2", "by '2'")]
    [InlineData("findings?severity=high", "severity 'high'")]
    [InlineData("days?tz=Nowhere/Else", "no time zone 'Nowhere/Else'")]
    [InlineData("diary?day=tomorrow", "day 'tomorrow'")]
    public async Task A_wrong_question_is_answered_with_what_is_wrong_and_what_to_do(string path, string says)
    {
        var (status, json) = await _served.AskAsync("/api/v1/" + path);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(says, json.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(json.GetProperty("do").GetString()!);
    }

    [Fact]
    public async Task Metrics_are_lines_that_prometheus_reads()
    {
        var text = await _served.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Contains("kansatsu_store_flows 74\n", text, StringComparison.Ordinal);
        Assert.Contains("kansatsu_cause_flows_total{kind=\"channel-unjoined\"} 2\n", text, StringComparison.Ordinal);
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(@"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z_]+=""[^""]*""(,[a-z_]+=""[^""]*"")*\})? [-+0-9.eE]+)$", line));
    }

    [Fact]
    public void The_reference_names_every_question_and_its_parameters()
    {
        var lines = File.ReadAllLines(Path.Combine(Call.Root, "docs", "reference", "api.md"));
        foreach (var route in ApiRoutes.All)
        {
            var line = lines.SingleOrDefault(l => l.StartsWith($"| `/{route.Path}` ", StringComparison.Ordinal));
            Assert.True(line is not null, route.Path);
            Assert.All(route.Parameters, p => Assert.Contains($"`{p.Name}`", line, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_health_says_that_the_store_can_be_asked() => Assert.Equal("ok", (await _served.GetAsync("/healthz")).GetProperty("status").GetString());
}
