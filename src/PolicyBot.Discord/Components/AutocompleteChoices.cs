using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Components;

/// <summary>Creates Discord's form of autocomplete choices.</summary>
internal static class AutocompleteChoices
{
    /// <summary>The highest number that Discord shows.</summary>
    public const int MaxCount = 25;

    private const int MaxNameLength = 100;
    private const int MaxValueLength = 100;

    /// <summary>
    /// Creates the choices, within Discord's limits. Equal names are numbered, because Discord would send the value of
    /// the first for all of them.
    /// </summary>
    public static IReadOnlyList<CommandOptionChoice> Create(IEnumerable<AutocompleteChoice> suggestions)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var choices = new List<CommandOptionChoice>();
        foreach (var suggestion in suggestions.Where(s => s.Value.Length is > 0 and <= MaxValueLength).Take(MaxCount))
        {
            var label = TextSanitizer.ToOneLine(suggestion.Label);
            var name = TextSplitter.Truncate(label, MaxNameLength);
            for (var number = 2; name.Length == 0 || !names.Add(name); number++)
            {
                var suffix = $" ({number})";
                name = TextSplitter.Truncate(label, MaxNameLength - suffix.Length) + suffix;
            }

            choices.Add(new CommandOptionChoice(name, suggestion.Value));
        }

        return choices;
    }
}
