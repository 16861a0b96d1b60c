using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.Components;

/// <summary>Puts suggestions for an option into Discord's form.</summary>
internal static class AutocompleteChoices
{
    /// <summary>The most that are shown at once.</summary>
    public const int MaxCount = 25;

    private const int MaxLabel = 100;
    private const int MaxValue = 100;

    /// <summary>The suggestions, within Discord's bounds. Of two that are shown the same, Discord would give the first for both, so the labels are told apart.</summary>
    public static IReadOnlyList<CommandOptionChoice> Create(IEnumerable<AutocompleteChoice> suggestions)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        var offers = new List<CommandOptionChoice>();
        foreach (var suggestion in suggestions.Where(s => s.Value.Length is > 0 and <= MaxValue).Take(MaxCount))
        {
            var label = TextSplitter.Truncate(TextSanitizer.OneLine(suggestion.Label), MaxLabel);
            for (var number = 2; label.Length == 0 || !labels.Add(label); number++)
            {
                var mark = $" ({number})";
                label = TextSplitter.Truncate(TextSanitizer.OneLine(suggestion.Label), MaxLabel - mark.Length) + mark;
            }

            offers.Add(new CommandOptionChoice(label, suggestion.Value));
        }

        return offers;
    }
}
