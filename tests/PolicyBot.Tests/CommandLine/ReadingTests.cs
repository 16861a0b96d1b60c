using System.Text.Json;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

/// <summary>The commands that need no matcher.</summary>
public sealed class ReadingTests
{
    [Fact]
    public async Task Quote_Json_HoldsSlicesOfTheArticle()
    {
        var body = (await Run.WithAsync("article", "--text")).Out;
        var run = await Run.WithAsync("quote", "--json");

        Assert.Equal(10, run.OutLines.Count);
        Assert.All(run.OutLines, text =>
        {
            using var line = JsonDocument.Parse(text);
            var root = line.RootElement;
            Assert.Equal(
                ["id", "text", "speaker", "start", "end", "topics"], root.EnumerateObject().Select(p => p.Name));
            Assert.Equal(
                body[root.GetProperty("start").GetInt32()..root.GetProperty("end").GetInt32()],
                root.GetProperty("text").GetString());
        });
        Assert.Contains("Facebook’s", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quote_RandomJson_IsOne() =>
        Assert.Single((await Run.WithAsync("quote", "--random", "--json")).OutLines);

    [Fact]
    public async Task Quote_NoMatchJson_IsNothing()
    {
        var run = await Run.WithAsync("quote", "--about", "penguins", "--json");

        Assert.Equal((0, "", ""), (run.ExitCode, run.Out, run.Error));
    }

    [Fact]
    public async Task Quote_By_ShowsTheirWords()
    {
        var run = await Run.WithAsync("quote", "--by", "facebook");

        Assert.Equal(
            3,
            run.OutLines.Count(
                l => l.StartsWith("> ", StringComparison.Ordinal)
                    && l.EndsWith("(Facebook’s statement)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Quote_Card_WritesThePictureAndSaysWhatIsInIt()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullName, "card.png");
        var run = await Run.WithAsync("quote", "--about", "groom", "--card", path);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("“Risks to public safety", run.OutLines[0], StringComparison.Ordinal);
        Assert.Equal(
            "\u0089PNG",
            System.Text.Encoding.Latin1.GetString(
                (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))[..4]));
    }

    [Fact]
    public async Task Quote_CardNotWritable_AsksForAnotherFile()
    {
        using var folder = new TemporaryFolder();
        var run = await Run.WithAsync("quote", "--card", Path.Combine(folder.FullName, "gone", "card.png"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("card.png can't be written (", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("; choose another file.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quote_CardOfNoQuote_SaysThatNothingIsWritten()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullName, "card.png");
        var run = await Run.WithAsync("quote", "--about", "penguins", "--card", path);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("I have no quote that matches “penguins”.", run.OutLines[0]);
        Assert.Equal($"policybot: {path} wasn't written, because no quote matches. Change the search.\n", run.Error);
        Assert.False(File.Exists(path));
    }

    // The file named in the call has no fault.
    [Fact]
    public async Task Quote_CardWithoutTheFont_SaysWhereTheFontBelongs()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullName, "card.png");
        var run = await new Run.Runner { ProgramFolder = folder.FullName }.RunAsync("quote", "--card", path);

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Equal(
            $"policybot: There is no font in {Path.Combine(folder.FullName, "fonts", "LiberationSans-Regular.ttf")}. "
                + "Put the program's “fonts” folder back next to it.\n",
            run.Error);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Quote_ByBarr_SaysThatHeIsNotQuoted() => Assert.Equal(
        "The article mentions William Barr, but I have no quote by William Barr.",
        (await Run.WithAsync("quote", "--by", "barr")).OutLines[0]);

    [Theory]
    [InlineData("line", 3)]
    [InlineData("short", 3)]
    [InlineData("full", 14)]
    public async Task Summary_Length_PrintsThatMuch(string length, int lines) =>
        Assert.Equal(lines, (await Run.WithAsync("summary", "--length", length)).OutLines.Count);

    [Fact]
    public async Task People_Always_ListsThem() =>
        Assert.Contains("- Christopher Wray: FBI Director", (await Run.WithAsync("people")).OutLines);

    [Fact]
    public async Task Topics_Topic_ListsItsQuestions() =>
        Assert.Contains((await Run.WithAsync("topics", "letter")).OutLines, l => l.EndsWith('?'));

    [Fact]
    public async Task ArticleText_Redirected_IsTheBodyWithoutANewline()
    {
        var text = (await Run.WithAsync("article", "--text")).Out;

        Assert.StartsWith("Attorney General Pressures Facebook", text, StringComparison.Ordinal);
        Assert.EndsWith("at 1105 Media.", text, StringComparison.Ordinal);
    }
}
