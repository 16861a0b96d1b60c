using System.CommandLine;
using System.Globalization;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Opening;

namespace PolicyBot.CommandLine;

/// <summary><c>check</c>: whether the article and its curated set are sound. Their faults are told as any command tells them.</summary>
internal static class CheckCommandLine
{
    public static Command Create(BotCommandLine line)
    {
        var command = new Command("check", "Check the article and its curated set.");
        command.SetAction(call => line.UseAsync(call, bot =>
        {
            bot.Terminal.Out.Write(Words(bot.Article.Set) + "\n");
            return Task.FromResult(ExitCodes.Success);
        }));
        return command;
    }

    private static string Words(KnowledgeSet set)
    {
        var phrasings = set.Questions.Sum(q => q.Phrasings.Count) + set.Unanswered.Sum(u => u.Phrasings.Count);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{set.Name} is sound. Questions: {set.Questions.Count}; unanswered: {set.Unanswered.Count}; phrasings: {phrasings}; quotes: {set.Quotes.Count}.");
    }
}
