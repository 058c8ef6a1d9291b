using System.IO.Compression;
using Kansatsu.App.Api;

namespace Kansatsu.Pages;

public class BundleTests
{
    const long Most = 200_000;

    [BrowserFact]
    public void All_scripts_together_stay_below_200_kB_packed()
    {
        var packed = Directory.GetFiles(NearFiles.Pages!, "*.js", SearchOption.AllDirectories).Sum(static path =>
        {
            var to = new MemoryStream();
            using (var gzip = new GZipStream(to, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(File.ReadAllBytes(path));
            return to.Length;
        });
        Assert.InRange(packed, 1, Most);
    }

    [BrowserFact]
    public void The_page_has_no_script_and_no_style_inside()
    {
        var html = File.ReadAllText(Path.Combine(NearFiles.Pages!, "index.html"));
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script[^>]*>[^<]", html);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
    }
}
