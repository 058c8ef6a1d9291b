using System.Text;
using System.Text.RegularExpressions;
using Kansatsu.App;

namespace Kansatsu.Tests.App;

/// <summary>
/// The examples in the documents are what the program prints. After a change, KANSATSU_UPDATE_DOCS=1 ./test DocumentTests writes them anew.
/// </summary>
public class DocumentTests
{
    const string Begin = "```console\n$ ./kansatsu ";
    const string End = "\n```";

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    [InlineData("docs/tutorial.md")]
    [InlineData("docs/reference/cli.md")]
    public void Every_example_prints_what_the_document_shows(string document)
    {
        var path = Path.Combine(Call.Root, document);
        var text = File.ReadAllText(path);
        var current = Rewrite(text);
        if (Environment.GetEnvironmentVariable("KANSATSU_UPDATE_DOCS") is { Length: > 0 }) File.WriteAllText(path, current);
        else Assert.Equal(current, text);
    }

    static string Rewrite(string text)
    {
        var to = new StringBuilder();
        var at = 0;
        for (var begin = text.IndexOf(Begin, StringComparison.Ordinal); begin >= 0; begin = text.IndexOf(Begin, at, StringComparison.Ordinal))
        {
            var command = begin + Begin.Length;
            var line = text.IndexOf('\n', command);
            var end = text.IndexOf(End, line - 1, StringComparison.Ordinal);
            to.Append(text, at, line + 1 - at).Append(Print(text[command..line].Split(' '))).Append("```");
            at = end + End.Length;
        }

        return to.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The output as it looks when called from the root of the repository.</summary>
    static string Print(string[] args)
    {
        var output = new MemoryStream();
        var error = new StringWriter();
        var terminal = new Terminal { Output = output, Error = error, Environment = name => name == "KANSATSU_CALLED_AS" ? "./kansatsu" : null };
        Assert.Equal(0, Program.Run([.. args.Select(a => a.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(Call.Root, a) : a)], terminal));
        var text = Encoding.UTF8.GetString(output.ToArray()).Replace(Call.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        // A repository whose path has a space gets its captures quoted in the hints.
        return Regex.Replace(text, "'(?<path>samples/[^' ]+)'", "${path}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }
}
