using System.CommandLine;
using System.Globalization;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Quality;
using PolicyBot.Knowledge.Diagnostics;
using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.CommandLine;

/// <summary>
/// <c>check</c>: whether the article and its curated set can be served, and how well. Errors are reported as in every
/// command. A set with marks to review isn't ready: exit code 1.
/// </summary>
internal static class CheckCommandLine
{
    public static Command Create(BotCommandLine line)
    {
        var command = new Command("check", "Check the article and its curated set.");
        command.SetAction(call => line.UseAsync(call, MarkedEntryHandling.Included, bot =>
        {
            var set = bot.Article.Set;
            foreach (var changed in set.Evidence.Where(e => e.IsWithheld)) bot.Terminal.Out.Write(changed + "\n");
            foreach (var mark in set.ReviewMarks) bot.Terminal.Out.Write(mark + "\n");
            var leftOut = set.Questions.Count == 0
                ? null
                : CrossValidation.Run(bot.Answerer.Value, CancellationToken.None);
            Diagnostic[] warnings = [.. QualityCheck.Check(set), .. leftOut?.Warnings ?? []];
            foreach (var warning in DiagnosticList.Shorten(
                warnings.OrderBy(w => w.File, StringComparer.Ordinal).ThenBy(w => w.Line)))
                bot.Terminal.Out.Write(warning + "\n");
            if (leftOut is { Answered.Total: > 0 }) bot.Terminal.Out.Write(Expect(leftOut) + "\n");
            bot.Terminal.Out.Write(Summarize(set, warnings.Length) + "\n");
            return Task.FromResult(set.ReviewMarks.Count == 0 ? ExitCodes.Success : ExitCodes.BadData);
        }));
        return command;
    }

    private static string Expect(CrossValidation leftOut)
    {
        var expected = string.Create(
            CultureInfo.InvariantCulture,
            $"Expected for new phrasings: {100 * leftOut.Answered.Share:0}% answered, "
                + $"{100 * leftOut.AnsweredOrOffered.Share:0}% answered or offered "
                + $"(of {leftOut.Answered.Total} phrasings, each tried as if it were missing).");
        // Of phrasings that people wrote, two thirds may do so.
        if (5 * leftOut.Repeated <= 4 * leftOut.Answered.Total) return expected;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{expected} Expect lower rates for readers' own questions: {leftOut.Repeated} of these phrasings only "
                + $"repeat words of their answers.");
    }

    private static string Summarize(KnowledgeSet set, int warnings)
    {
        var verdict = warnings switch
        {
            _ when set.ReviewMarks.Count == 1 => "is not ready, with 1 mark to review",
            _ when set.ReviewMarks.Count > 1 => string.Create(
                CultureInfo.InvariantCulture, $"is not ready, with {set.ReviewMarks.Count} marks to review"),
            0 => "is ready",
            1 => "is usable, with 1 warning",
            _ => string.Create(CultureInfo.InvariantCulture, $"is usable, with {warnings} warnings"),
        };
        if (set.Questions.Count == 0) return $"{set.Name} {verdict}. No curated questions: replies show passages.";
        var phrasings = set.Questions.Sum(q => q.Phrasings.Count) + set.Unanswerable.Sum(u => u.Phrasings.Count);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{set.Name} {verdict}. Questions: {set.Questions.Count}; unanswered: {set.Unanswerable.Count}; "
            + $"phrasings: {phrasings}; quotes: {set.Quotes.Count}."
            + $"{(set.Withheld.Count == 0 ? "" : $" Withheld because the article changed: {set.Withheld.Count}.")}");
    }
}
