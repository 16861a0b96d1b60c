using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;

namespace PolicyBot.ConsoleChat;

/// <summary>Parses a line of the chat: a question, or <c>/command</c> with its options.</summary>
internal static class ConsoleLine
{
    /// <summary>Parses a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="commands">The commands that are there.</param>
    /// <param name="place">Where it is typed.</param>
    public static CommandRequest Parse(string line, IReadOnlyList<CommandDefinition> commands, string place)
    {
        var text = line.Trim();
        if (!text.StartsWith('/')) return AskCommand.CreateRequest(line, place);
        var end = text.AsSpan().IndexOfAny(' ', '\t');
        var (name, rest) = end < 0 ? (text[1..], "") : (text[1..end], text[end..].Trim());
        var definition = commands.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));
        return new CommandRequest(
            name, definition is null ? new Dictionary<string, string>() : Options(definition, rest), place);
    }

    private static Dictionary<string, string> Options(CommandDefinition definition, string text)
    {
        // A command whose only option is a text takes the whole line; the option's name may come first ("question:").
        if (definition.Options is [{ Kind: OptionKind.Text, Choices.Count: 0 } only])
        {
            var head = only.Name + ":";
            return new()
            {
                [only.Name] = text.StartsWith(head, StringComparison.OrdinalIgnoreCase)
                ? text[head.Length..].Trim()
                : text
            };
        }

        return NamedOptions(definition, text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // A word that is an option's name, with or without a colon, starts that option. Words before it belong to the
    // default option.
    private static Dictionary<string, string> NamedOptions(CommandDefinition definition, string[] words)
    {
        var values = new Dictionary<string, string>();
        var current = definition.Options.FirstOrDefault(o => o.IsDefault);
        foreach (var word in words)
        {
            var name = word.TrimEnd(':');
            var named =
                definition.Options.FirstOrDefault(o => string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase));
            if (named is { Kind: OptionKind.Flag }) values[named.Name] = "true";
            else if (named is not null) current = named;
            else if (current is not null)
                values[current.Name] = values.TryGetValue(current.Name, out var before) ? $"{before} {word}" : word;
        }

        return values;
    }
}
