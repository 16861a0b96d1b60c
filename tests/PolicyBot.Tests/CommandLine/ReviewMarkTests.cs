using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.CommandLine;

public sealed class ReviewMarkTests
{
    private const string Article =
        "---\ntitle: Cats\n---\n\nCats\n\nCats sleep a lot. They purr. Ann Lee likes cats.\n";

    private const string Knowledge = """
        people:
          - {id: lee, name: Ann Lee, role: likes cats, evidence: Ann Lee likes cats., review: Is that her role?}
        quotes:
          - {id: purr, text: They purr., speaker: Ann Lee, topics: [cats], review: Does she say that?}
        summary:
          line: {text: Cats purr., evidence: They purr., review: Is that the main point}
          short: [{text: Cats sleep a lot., evidence: Cats sleep a lot.}]
          points: [{text: Cats purr., evidence: They purr.}]
        questions:
          - id: sleep
            question: Do cats sleep?
            answer:
              - {text: They sleep a lot., evidence: Cats sleep a lot.}
              - {text: They purr., evidence: They purr., review: Is it about sleep?}
            topics: [sleep]
            related: [purr]
          - id: purr
            question: Do cats purr?
            answer: [{text: They purr., evidence: They purr.}]
            topics: [purr]
            review: The question is a guess
        unanswered:
          - id: dogs
            question: Do dogs bark?
            nearest: They purr.
            review: Do readers ask that?
        """;

    [Fact]
    public async Task Check_SetWithMarks_ListsEachAndIsNotReady()
    {
        var run = await RunAsync(Article, Knowledge, "check");

        Assert.Equal(1, run.ExitCode);
        var file = Path.Combine("mine", "knowledge.yaml");
        const string Fix = "Check it and remove “review”.";
        Assert.Equal(
            [
                $"{file}:2: review: lee: Is that her role? {Fix}",
                $"{file}:4: review: purr: Does she say that? {Fix}",
                $"{file}:6: review: summary line: Is that the main point. {Fix}",
                $"{file}:14: review: sleep: Is it about sleep? {Fix}",
                $"{file}:21: review: purr: The question is a guess. {Fix}",
                $"{file}:26: review: dogs: Do readers ask that? {Fix}",
            ],
            run.OutLines.Take(6));
        Assert.StartsWith("mine is not ready, with 6 marks to review. Questions: 2;", run.OutLines[^1]);
    }

    [Fact]
    public async Task Ask_MarkedQuestion_IsAnsweredWithDraftOnly()
    {
        var served = await RunAsync(Article, Knowledge, "ask", "--json", "Do cats purr?");
        var draft = await RunAsync(Article, Knowledge, "ask", "--json", "--draft", "Do cats purr?");

        Assert.DoesNotContain("\"entry\":\"purr\"", served.Out, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"answered\"", draft.Out, StringComparison.Ordinal);
        Assert.Contains("\"entry\":\"purr\"", draft.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_MarkedSentence_IsSaidWithDraftOnly()
    {
        var served = await RunAsync(Article, Knowledge, "ask", "Do cats sleep?");
        var draft = await RunAsync(Article, Knowledge, "ask", "--draft", "Do cats sleep?");

        Assert.Contains("They sleep a lot.", served.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("They purr.", served.Out, StringComparison.Ordinal);
        Assert.Contains("They purr.", draft.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_MarkedPerson_IsNotListed()
    {
        var run = await RunAsync(Article, Knowledge, "people");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("Ann Lee", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_MarkedLine_IsTheArticlesOwn()
    {
        var run = await RunAsync(Article, Knowledge, "summary", "--length", "line");

        Assert.Contains("Cats sleep a lot.", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("purr", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_MarkedQuestion_IsAnEntryWithDraftOnly()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/article.md", Article);
        folder.Write("mine/knowledge.yaml", Knowledge);
        folder.Write(
            "q.jsonl", """{"half": "tuning", "style": "plain", "question": "Do cats purr?", "ok": ["They purr."]}""");
        var runner = new Run.Runner { CurrentFolder = folder.FullName };
        var questions = Path.Combine(folder.FullName, "q.jsonl");

        var served = await runner.RunAsync("eval", questions, "--article", "mine");
        var draft = await runner.RunAsync("eval", questions, "--article", "mine", "--draft");

        Assert.EndsWith("0 that an entry answers", served.OutLines[0], StringComparison.Ordinal);
        Assert.EndsWith("1 that an entry answers", draft.OutLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MarkedArticle_IsServedWithDraftOnly()
    {
        var marked = Article.Replace(
            "title: Cats\n", "title: Cats\nreview: Is that the title?\n", StringComparison.Ordinal);

        var served = await RunAsync(marked, Knowledge, "ask", "Do cats sleep?");
        var draft = await RunAsync(marked, Knowledge, "ask", "--draft", "Do cats sleep?");
        var check = await RunAsync(marked, Knowledge, "check");

        Assert.Equal(1, served.ExitCode);
        Assert.Equal(
            Path.Combine("mine", "article.md") + ":3: front matter: The article is marked for review: "
                + "“Is that the title?”. Check it and remove “review”.",
            Assert.Single(served.ErrorLines));
        Assert.Equal(0, draft.ExitCode);
        Assert.Equal(1, check.ExitCode);
        Assert.Equal(
            Path.Combine("mine", "article.md")
                + ":3: review: front matter: Is that the title? Check it and remove “review”.",
            check.OutLines[0]);
    }

    [Fact]
    public async Task Check_MarkWithoutReason_IsAnError()
    {
        var run = await RunAsync(
            Article, Knowledge.Replace("Do readers ask that?", "''", StringComparison.Ordinal), "check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The text of “review” is empty.", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static async Task<Run> RunAsync(string article, string knowledge, params string[] args)
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/article.md", article);
        folder.Write("mine/knowledge.yaml", knowledge);
        return await new Run.Runner { CurrentFolder = folder.FullName }.RunAsync([.. args, "--article", "mine"]);
    }
}
