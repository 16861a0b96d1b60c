namespace PolicyBot.Chat.Commands;

/// <summary>The options by which quotes are searched.</summary>
internal static class QuoteOptions
{
    public static IReadOnlyList<CommandOption> Search { get; } =
    [
        new(QuoteCommand.ByOption, "Who said it: a name or part of one.") { HasAutocomplete = true },
        new(QuoteCommand.AboutOption, "Words in the quote or its topics.") { IsDefault = true, HasAutocomplete = true },
    ];

    /// <summary>Lists values for one of them while the user types it.</summary>
    public static IReadOnlyList<AutocompleteChoice> Autocomplete(string optionName, CommandContext context, int max)
    {
        var (request, article) = context;
        var typed = request.GetOption(optionName) ?? "";
        var found = optionName == QuoteCommand.ByOption
            ? article.QuoteSearches.CompleteSpeaker(typed, max)
            : article.QuoteSearches.CompleteSubject(typed, max);
        return [.. found.Select(f => new AutocompleteChoice(f, f))];
    }
}
