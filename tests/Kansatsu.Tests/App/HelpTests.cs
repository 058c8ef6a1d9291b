using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.App;

public class HelpTests
{
    public static TheoryData<string> Names => [.. Verbs.All.Select(v => v.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_verb_has_help_with_an_example_in_both_languages(string verb)
    {
        var english = Call.Of(verb, "--help");
        var japanese = Call.Of("help", verb, "--lang", "ja");
        Assert.Equal(0, english.Code);
        Assert.Contains($"examples:\n  kansatsu {verb}", english.Output, StringComparison.Ordinal);
        Assert.Contains($"例:\n  kansatsu {verb}", japanese.Output, StringComparison.Ordinal);
        Assert.Contains("--json", english.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_example_is_a_command_that_is_understood()
    {
        foreach (var example in Verbs.All.SelectMany(v => v.Examples))
        {
            var words = example.Arguments.Split(" |")[0].Split(' ').Select(w => w.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(Call.Root, w) : w);
            Assert.NotEqual(2, Call.Of([.. words]).Code);
        }
    }

    [Fact]
    public void The_overview_names_every_verb_and_fits()
    {
        foreach (var language in new[] { "en", "ja" })
        {
            var call = Call.Of("--help", "--lang", language);
            Assert.All(Verbs.All, verb => Assert.Contains($"\n  {verb.Name} ", call.Output, StringComparison.Ordinal));
            Assert.All(call.Lines, line => Assert.InRange(DisplayWidth.Of(line), 0, 118));
        }
    }

    [Fact]
    public void Without_arguments_the_overview_is_shown() => Assert.Equal(Call.Of("--help").Output, Call.Of().Output);

    [Fact]
    public void The_version_is_a_line() => Assert.Matches("^kansatsu [0-9]+\\.[0-9]+\\.[0-9]+\n$", Call.Of("--version").Output);

    [Fact]
    public void Every_anomaly_has_words_in_both_languages()
    {
        foreach (var anomaly in Enum.GetValues<Anomaly>().Skip(1))
        {
            Assert.NotEmpty(AnomalyWords.Of(anomaly).English);
            Assert.NotEmpty(AnomalyWords.Of(anomaly).Japanese);
        }
    }

    [Theory]
    [InlineData("LANG", "ja_JP.UTF-8", "使い方")]
    [InlineData("LC_ALL", "ja", "使い方")]
    [InlineData("LANG", "C.UTF-8", "usage")]
    public void The_language_follows_the_locale(string name, string value, string says)
    {
        var output = new MemoryStream();
        Kansatsu.App.Program.Run(["--help"], new Kansatsu.App.Terminal { Output = output, Error = TextWriter.Null, Environment = n => n == name ? value : null });
        Assert.Contains(says, System.Text.Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_doctor_says_what_works()
    {
        var checks = Call.Of("doctor", "--json").JsonLines;
        Assert.True(checks.Count >= 3);
        Assert.All(checks, c => Assert.NotEmpty(c.GetProperty("says").GetString()!));
    }
}
