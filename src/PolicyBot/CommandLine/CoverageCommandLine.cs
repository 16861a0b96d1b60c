using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;
using PolicyBot.ConsoleChat;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Coverage;
using PolicyBot.QuoteCards;
using PolicyBot.Storage;

namespace PolicyBot.CommandLine;

/// <summary>
/// <c>coverage [--svg FILE]</c>: what uses each sentence of the article, and which questions without a good answer are
/// about sentences that nothing uses.
/// </summary>
internal static class CoverageCommandLine
{
    // The least asked ones beyond that are ignored.
    private const int MaxQuestions = 1000;

    public static Command Create(BotCommandLine line)
    {
        var svg = new Option<string?>("--svg")
        {
            Description = "Draw the article, colored by what uses its sentences, into this .svg file.",
            HelpName = "file",
        };
        svg.Validators.Add(call =>
        {
            if (call.Tokens is [{ Value: var path }]
                && !Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase))
                call.AddError("--svg must name an .svg file.");
        });
        var command = new Command("coverage", "Show what uses each sentence of the article.") { svg };
        command.SetAction((call, cancellationToken) =>
            line.UseAsync(call, bot => RunAsync(bot, call.GetValue(svg), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ConsoleBot bot, string? svg, CancellationToken cancellationToken)
    {
        var set = bot.Article.Set;
        var report = CoverageReport.Create(set);
        foreach (var sentence in report.Sentences) Write(bot, $"{Locate(bot, sentence)}: {Describe(sentence)}");
        Write(bot, string.Create(
            CultureInfo.InvariantCulture,
            $"{set.Name}: {report.CoveredCount} of {report.Sentences.Count} sentences are covered by answers, quotes "
                + $"or the summary ({report.Percentage}%)."));
        var exitCode = await WriteUnansweredAsync(bot, report, cancellationToken);
        return svg is null ? exitCode : Math.Max(exitCode, Draw(bot, report, svg));
    }

    private static string Describe(SentenceCoverage sentence)
    {
        List<string> uses = [];
        if (sentence.Answers.Count > 0) uses.Add($"answers {string.Join(", ", sentence.Answers)}");
        if (sentence.Quotes.Count > 0) uses.Add($"quotes {string.Join(", ", sentence.Quotes)}");
        if (sentence.IsInSummary) uses.Add("summary");
        if (sentence.Unanswerable.Count > 0) uses.Add($"unanswered {string.Join(", ", sentence.Unanswerable)}");
        return $"{(uses.Count == 0 ? "nothing" : string.Join("; ", uses))}: {sentence.Sentence.Text}";
    }

    private static async Task<int> WriteUnansweredAsync(
        ConsoleBot bot, CoverageReport report, CancellationToken cancellationToken)
    {
        if (!bot.Storage.MayHaveDatabase()) return ExitCodes.Success;
        IReadOnlyList<UnansweredQuestion> unanswered;
        try
        {
            await using var services = new ServiceCollection()
                .AddSingleton(TimeProvider.System).AddStorage(bot.Storage).BuildServiceProvider();
            unanswered = await services.GetRequiredService<IUnansweredQuestions>()
                .ListAboutAsync(bot.Article.Set.Name, MaxQuestions, cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            bot.Terminal.WriteErrorLine($"policybot: The unanswered questions can't be read. {e.Message}");
            return ExitCodes.BadData;
        }

        var uncovered = unanswered
            .Select(q => (Question: q, Sentence: FindUncovered(bot.Answerer.Value.Ask(q.Text), report)))
            .Where(q => q.Sentence is not null).ToLookup(q => q.Sentence!, q => q.Question);
        if (uncovered.Count > 0)
            Write(bot, "Questions that weren't answered well, under the uncovered sentence closest to each:");
        foreach (var sentence in report.Sentences.Where(uncovered.Contains))
        {
            Write(bot, $"{Locate(bot, sentence)}: {sentence.Sentence.Text}");
            foreach (var question in uncovered[sentence])
                Write(bot, string.Create(CultureInfo.InvariantCulture, $"- {question.Text} ({question.Count}×)"));
        }

        return ExitCodes.Success;
    }

    // Null if the question is answered by now, or about a sentence that is covered.
    private static SentenceCoverage? FindUncovered(Answer answer, CoverageReport report) =>
        answer is Answer.NoPreparedAnswer or Answer.NotInArticle or Answer.Ambiguous
            && answer.Passages is [var closest, ..]
            && report.Find(closest) is { IsCovered: false } sentence
            ? sentence
            : null;

    private static int Draw(ConsoleBot bot, CoverageReport report, string path)
    {
        try
        {
            var picture = CoveragePicture.Draw(bot.Article.Set.Article, report);
            // Renamed into place, so that no half of a picture is left.
            var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
            File.WriteAllText(temporary, picture);
            File.Move(temporary, path, overwrite: true);
            return ExitCodes.Success;
        }
        catch (FontMissingException e)
        {
            bot.Terminal.WriteErrorLine($"policybot: {e.Message}");
            return ExitCodes.BadData;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bot.Terminal.WriteErrorLine(
                $"policybot: {path} can't be written ({e.Message.TrimEnd('.')}); choose another file.");
            return ExitCodes.BadData;
        }
    }

    private static string Locate(ConsoleBot bot, SentenceCoverage sentence)
    {
        var set = bot.Article.Set;
        var (file, line) = set.Locations.GetPassage(set.Article, sentence.Sentence.Span);
        return string.Create(CultureInfo.InvariantCulture, $"{file}:{line}");
    }

    private static void Write(ConsoleBot bot, string line) =>
        bot.Terminal.Out.Write(line.ReplaceLineEndings(" ") + "\n");
}
