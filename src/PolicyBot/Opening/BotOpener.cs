using PolicyBot.Chat.Commands;
using PolicyBot.Drawing;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Loading;
using PolicyBot.Settings;
using PolicyBot.Terminals;

namespace PolicyBot.Opening;

/// <summary>Opens the bot for a command, or tells what is wrong with its settings or its article.</summary>
internal sealed class BotOpener(Terminal terminal, Surroundings surroundings, Random random)
{
    /// <summary>Opens the bot and uses it.</summary>
    /// <param name="article">The article that was named in the call, or null.</param>
    /// <param name="use">Uses the bot; gives the exit code.</param>
    public Task<int> UseAsync(string? article, Func<Bot, Task<int>> use)
    {
        switch (SettingsReader.Read(surroundings.ConfigFolder))
        {
            case SettingsResult.Read(var options):
                return UseAsync(article ?? options.Article, options.Matching, use);
            case SettingsResult.Bad(var problem):
                terminal.WriteErrorLine($"policybot: {problem}");
                break;
        }

        return Task.FromResult(ExitCodes.BadData);
    }

    private Task<int> UseAsync(string article, MatchingOptions matching, Func<Bot, Task<int>> use)
    {
        switch (ArticleFolder.Read(article, surroundings))
        {
            case ReadResult.Sound(var set):
                return use(Open(set, matching));
            case ReadResult.Faulty(var faults):
                foreach (var fault in faults) terminal.WriteErrorLine(fault.ToString());
                break;
        }

        return Task.FromResult(ExitCodes.BadData);
    }

    private Bot Open(KnowledgeSet set, MatchingOptions matching)
    {
        var answerer = new Lazy<Answerer>(() => Train(set, matching));
        var served = new ServedArticle(set, question => answerer.Value.Ask(question));
        IReplyRenderer renderer = terminal.IsOutputRedirected
            ? new PlainRenderer(terminal.Out)
            : new TerminalRenderer(TerminalOutput.CreateConsole(terminal.Out));
        return new Bot(served, answerer, BotCommands.CreateDispatcher(_ => served, random), random, terminal, renderer);
    }

    // Where only one threshold is set, the other is the set's own, or what the answerer works out when the set has none. Offering cannot begin
    // above answering.
    private static Answerer Train(KnowledgeSet set, MatchingOptions matching)
    {
        if (matching is { AnswerThreshold: { } answerFrom, OfferThreshold: { } offerFrom }) return new Answerer(set, new Thresholds(answerFrom, offerFrom));
        var answerer = new Answerer(set);
        if (matching is { AnswerThreshold: null, OfferThreshold: null }) return answerer;
        var answer = matching.AnswerThreshold ?? answerer.Thresholds.Answer;
        return answerer.With(new Thresholds(answer, Math.Min(matching.OfferThreshold ?? answerer.Thresholds.Offer, answer)));
    }
}
