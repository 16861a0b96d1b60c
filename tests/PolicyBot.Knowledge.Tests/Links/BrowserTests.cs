using System.Diagnostics;
using System.Globalization;
using System.Net;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Links;

namespace PolicyBot.Knowledge.Tests.Links;

/// <summary>Opens links in Chromium, which must highlight exactly the passages.</summary>
public sealed class BrowserTests(BrowserTests.Pages pages) : IClassFixture<BrowserTests.Pages>
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private const string Body = """
        Mayor Opens Library

        The mayor opened the library – after twenty-one months (and one strike) – on May 3.
        “It’s the town’s living room,” she said, “and a safe one.” It is safe.

        The trust gave half of the money, and the county, black & white on paper, the other half;
        the trust’s chair, a retired teacher, said that the library is safe, that unsafe stairs were rebuilt,
        and that the roof would be next.

        The roof would be next, said the mayor. It is safe. The mayor opened the library – and closed it.

        «Библиотека открыта», – сказала мэр. Она добавила: «Приходите!»

        市長は図書館を開いた。「町の居間だ」と市長は言った。

        It is safe.

        Ann Lee writes for the Hill Gazette.
        """;

    [Theory]
    [InlineData("after twenty-one months (and one strike)", 0)]
    [InlineData("“It’s the town’s living room,” she said", 0)]
    [InlineData("It’s the town’s living room", 0)]
    [InlineData("black & white on paper, the other half", 0)]
    [InlineData("safe", 1)]
    [InlineData("safe", 2)]
    [InlineData("It is safe.", 1)]
    [InlineData("It is safe.", 2)]
    [InlineData("The mayor opened the library", 1)]
    [InlineData("the roof would be next", 0)]
    [InlineData("The roof would be next", 0)]
    [InlineData("The trust gave half of the money, and the county, black & white on paper, the other half;\nthe "
        + "trust’s chair, a retired teacher, said that the library is safe, that unsafe stairs were rebuilt,\n"
        + "and that the roof would be next.", 0)]
    [InlineData("and that the roof would be next.\n\nThe roof would be next, said the mayor.", 0)]
    [InlineData("Библиотека открыта», – сказала мэр.", 0)]
    [InlineData("市長は図書館を開いた。", 0)]
    [InlineData("町の居間だ", 0)]
    public async Task Link_OpenedInChromium_HighlightsExactlyThePassage(string passage, int occurrence)
    {
        var browser = FindBrowser();
        Assert.SkipWhen(
            browser is null,
            "skipped: this machine has no Chromium; install it, on Debian with apt-get install chromium");
        var article = new Article("T", null, null, null, Body) { Url = pages.Url };
        var span = FindSpan(passage, occurrence);
        var link = new ArticleLinks(article).GetUrl(span)!;

        var plain = pages.Plain ??= await pages.DrawAsync(browser!, article, null, pages.Url);
        var opened = await pages.DrawAsync(browser!, article, null, link);
        var expected = await pages.DrawAsync(browser!, article, span, pages.Url);

        Assert.False(expected.AsSpan().SequenceEqual(plain), "Chromium colors nothing.");
        Assert.True(expected.AsSpan().SequenceEqual(opened), $"Another passage than “{passage}” is colored by {link}");
    }

    private static TextSpan FindSpan(string passage, int occurrence)
    {
        var at = -1;
        for (var i = 0; i <= occurrence; i++) at = Body.IndexOf(passage, at + 1, StringComparison.Ordinal);
        return new TextSpan(at, at + passage.Length);
    }

    private static string? FindBrowser() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(_ => (string[])["chromium", "chromium-browser", "google-chrome"], Path.Combine)
            .FirstOrDefault(File.Exists);

    /// <summary>Draws a page as Chromium shows it.</summary>
    public sealed class Pages : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policybot-links-");
        private readonly string _page;

        public Pages() => _page = Path.Combine(_folder.FullName, "page.html");

        public string Url => new Uri(_page).AbsoluteUri;

        /// <summary>The page without color, once it was drawn.</summary>
        public byte[]? Plain { get; set; }

        public void Dispose() => _folder.Delete(recursive: true);

        public async Task<byte[]> DrawAsync(string browser, Article article, TextSpan? span, string url)
        {
            await WriteAsync(article, span);
            var picture = Path.Combine(_folder.FullName, "page.png");
            var start = new ProcessStartInfo(browser,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", $"--user-data-dir={Path.Combine(_folder.FullName, "profile")}",
                "--hide-scrollbars", "--window-size=800,900", "--virtual-time-budget=5000",
                $"--screenshot={picture}", url,
            ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            deadline.CancelAfter(Deadline);
            using var process = Process.Start(start)!;
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
                var error = await process.StandardError.ReadToEndAsync(deadline.Token);
                await output;
                await process.WaitForExitAsync(deadline.Token);
                Assert.True(process.ExitCode == 0, error);
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
            }

            var bytes = await File.ReadAllBytesAsync(picture, TestContext.Current.CancellationToken);
            File.Delete(picture);
            return bytes;
        }

        // A page that colors what a link leads to, or, as the browser would, a passage.
        private Task WriteAsync(Article article, TextSpan? span)
        {
            var paragraphs = article.Paragraphs.Select(p => string.Create(
                CultureInfo.InvariantCulture, $"<p data-start={p.Span.Start}>{WebUtility.HtmlEncode(p.Text)}</p>"));
            var script = span is not { } marked ? "" : string.Create(CultureInfo.InvariantCulture, $$"""
                <script>
                const ranges = [...document.querySelectorAll('p')].flatMap(p => {
                  const text = p.firstChild, start = Number(p.dataset.start);
                  const [from, to] = [{{marked.Start}}, {{marked.End}}].map(
                    at => Math.min(Math.max(at - start, 0), text.length));
                  if (from === to) return [];
                  const range = new Range();
                  range.setStart(text, from);
                  range.setEnd(text, to);
                  return [range];
                });
                CSS.highlights.set('expected', new Highlight(...ranges));
                </script>
                """);
            return File.WriteAllTextAsync(
                _page,
                $$"""
                <!doctype html><meta charset="utf-8">
                <style>
                  body { width: 700px; color: transparent; font: 16px sans-serif; }
                  ::target-text, ::highlight(expected) { background: #f0f; color: transparent; }
                </style>
                {{string.Join('\n', paragraphs)}}
                {{script}}
                """,
                TestContext.Current.CancellationToken);
        }
    }
}
