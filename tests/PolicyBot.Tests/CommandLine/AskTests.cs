using System.Text.Json;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

public sealed class AskTests
{
    private const string Signers = "Who signed the letter?";

    [Fact]
    public async Task Ask_KnownQuestion_PrintsAnswerEvidenceAndSource()
    {
        var run = await Run.WithAsync("ask", Signers);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Contains(run.OutLines, l => l.Contains("William Barr", StringComparison.Ordinal) && !l.StartsWith('>'));
        Assert.Contains(
            run.OutLines,
            l => l.StartsWith("> ", StringComparison.Ordinal)
                && l.Contains("that was signed by", StringComparison.Ordinal));
        Assert.Contains(
            "From “Attorney General Pressures Facebook To Delay End-To-End Encryption, Citing Child Abuse Concerns”, "
                + "by Haley Samsel",
            run.OutLines);
        Assert.DoesNotContain("", run.OutLines);
    }

    [Fact]
    public async Task Ask_SeveralWords_AreOneQuestion() =>
        Assert.Equal(
            (await Run.WithAsync("ask", Signers)).Out,
            (await Run.WithAsync("ask", "Who", "signed", "the", "letter?")).Out);

    [Fact]
    public async Task Ask_Json_HoldsSlicesOfTheArticle()
    {
        var body = (await Run.WithAsync("article", "--text")).Out;
        var run = await Run.WithAsync("ask", "--json", Signers);

        using var line = JsonDocument.Parse(Assert.Single(run.OutLines));
        var root = line.RootElement;
        Assert.Equal(
            [
                "question", "article", "outcome", "confidence", "entry", "answer", "evidence", "suggestions", "nearest",
                "closest", "parts"
            ],
            root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(Signers, root.GetProperty("question").GetString());
        Assert.Equal("facebook-encryption", root.GetProperty("article").GetString());
        Assert.Equal("answered", root.GetProperty("outcome").GetString());
        Assert.InRange(root.GetProperty("confidence").GetDouble(), 0, 1);
        Assert.NotNull(root.GetProperty("entry").GetString());
        Assert.NotEqual(0, root.GetProperty("evidence").GetArrayLength());
        Assert.All(root.GetProperty("evidence").EnumerateArray(), e => AssertSlice(body, e));
        Assert.DoesNotContain(root.GetProperty("suggestions")
            .EnumerateArray(), s => s.GetProperty("entry").GetString() == root.GetProperty("entry").GetString());
        Assert.Equal(0, root.GetProperty("nearest").GetArrayLength());
    }

    [Fact]
    public async Task Ask_JsonNotInArticle_HoldsTheNearestSlice()
    {
        var body = (await Run.WithAsync("article", "--text")).Out;
        var run = await Run.WithAsync("ask", "--json", "Did Google sign the letter?");

        using var line = JsonDocument.Parse(Assert.Single(run.OutLines));
        var root = line.RootElement;
        Assert.Equal("not_in_article", root.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("entry").ValueKind);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("answer").ValueKind);
        Assert.NotEqual(0, root.GetProperty("nearest").GetArrayLength());
        Assert.All(root.GetProperty("nearest").EnumerateArray(), e => AssertSlice(body, e));
    }

    [Fact]
    public async Task Ask_JsonSeveralQuestions_PrintsOneLineWithEachAsAPart()
    {
        const string Message = "Who signed the letter? Did Google sign the letter?";
        var run = await Run.WithAsync("ask", "--json", Message);

        using var line = JsonDocument.Parse(Assert.Single(run.OutLines));
        var root = line.RootElement;
        Assert.Equal(Message, root.GetProperty("question").GetString());
        Assert.Equal("answered", root.GetProperty("outcome").GetString());
        Assert.Equal(
            ["Who signed the letter?", "Did Google sign the letter?"],
            root.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("question").GetString()));
        Assert.Equal(
            root.GetProperty("entry").GetString(), root.GetProperty("parts")[0].GetProperty("entry").GetString());
    }

    [Fact]
    public async Task Ask_JsonSmallTalk_IsNoQuestion()
    {
        var run = await Run.WithAsync("ask", "--json", "thanks!");

        using var line = JsonDocument.Parse(Assert.Single(run.OutLines));
        Assert.Equal("small_talk", line.RootElement.GetProperty("outcome").GetString());
        Assert.Equal("thanks!", Assert.Single(line.RootElement.GetProperty("parts").EnumerateArray())
            .GetProperty("question")
            .GetString());
    }

    [Fact]
    public async Task Ask_SeveralQuestions_AnswersEach()
    {
        var run = await Run.WithAsync("ask", "Who signed the letter? hello? Who signed the letter?");

        Assert.Contains("1. Who signed the letter?", run.OutLines);
        Assert.Contains("2. Who signed the letter?", run.OutLines);
    }

    [Fact]
    public async Task Ask_JsonStdin_PrintsALineALine()
    {
        string[] questions = [Signers, "", "   ", "🙂🙂", "\0\u0001\u001b[31m", "say “ß” 日本", new string(
            'x', 100_000), "[red]who[/] {0} \\ \"quoted\"", "last line, no newline"];
        var run = await new Run.Runner { Input = string.Join('\n', questions) }.RunAsync("ask", "--json", "--stdin");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(questions.Length, run.OutLines.Count);
        Assert.All(questions.Zip(run.OutLines), pair =>
        {
            using var line = JsonDocument.Parse(pair.Second);
            Assert.StartsWith(
                line.RootElement.GetProperty("question").GetString()!, pair.First, StringComparison.Ordinal);
        });
        Assert.Contains("say “ß” 日本", run.OutLines[5], StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"not_understood\"", run.OutLines[1], StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"not_understood\"", run.OutLines[6], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_Stdin_PartsAnswersByABlankLine()
    {
        var run = await new Run.Runner { Input = $"{Signers}\n{Signers}\n" }.RunAsync("ask", "--stdin");

        Assert.Equal(2, run.Out.Split("\n\n").Length);
    }

    [Fact]
    public async Task Ask_Explain_ExplainsTheAnswerWithNumbers()
    {
        var run = await Run.WithAsync("ask", "--explain", Signers);

        Assert.Contains("Why I said that", run.OutLines);
        Assert.Contains(run.OutLines, l => l.Contains("(behind by ", StringComparison.Ordinal));
        var heading = run.OutLines.ToList().FindIndex(l => l.Contains("log-odds", StringComparison.Ordinal));
        Assert.All(run.OutLines.Skip(heading + 1), l => Assert.Matches(@"^- .+: -?\d+\.\d\d$", l));
        Assert.True(run.OutLines.Count > heading + 3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("@file")]
    [InlineData("[diagram]")]
    [InlineData("- is a dash a question?")]
    public async Task Ask_OddQuestion_IsAnswered(string question) =>
        Assert.Equal(0, (await Run.WithAsync("ask", question)).ExitCode);

    [Fact]
    public async Task Ask_DashesBehindTwoDashes_AreTheQuestion() =>
        Assert.Equal(0, (await Run.WithAsync("ask", "--", "--json")).ExitCode);

    private static void AssertSlice(string body, JsonElement slice) =>
        Assert.Equal(
            body[slice.GetProperty("start").GetInt32()..slice.GetProperty("end").GetInt32()],
            slice.GetProperty("quote").GetString());
}
