using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>The options by which quotes are searched.</summary>
internal static class QuoteOptions
{
    public static IReadOnlyList<CommandOption> Search { get; } =
    [
        new(QuoteCommand.ByOption, "Who says them: a name or a part of it.") { HasAutocomplete = true },
        new(QuoteCommand.AboutOption, "Words that stand in the quote or in its topics.") { IsDefault = true, HasAutocomplete = true },
    ];

    /// <summary>What one of them could be.</summary>
    public static IReadOnlyList<AutocompleteChoice> Suggest(string name, CommandRequest request, ServedArticle article, int max)
    {
        var typed = request.GetOption(name) ?? "";
        var found = name == QuoteCommand.ByOption ? article.Quotes.Speakers(typed, max) : article.Quotes.Subjects(typed, max);
        return [.. found.Select(f => new AutocompleteChoice(f, f))];
    }
}
