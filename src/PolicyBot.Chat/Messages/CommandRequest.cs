
namespace PolicyBot.Chat.Messages;

/// <summary>A command as it was called, on whatever platform.</summary>
/// <param name="Command">The command's name, without the slash.</param>
/// <param name="Options">The options that were given, by name.</param>
/// <param name="ConversationId">Where it was called: a channel, a console. The last answer is remembered for each place.</param>
public sealed record CommandRequest(string Command, IReadOnlyDictionary<string, string> Options, string ConversationId)
{
    /// <summary>The flag by which whoever calls a command has the reply to themselves.</summary>
    public const string PrivateFlag = "private";

    /// <summary>Who called it; null where there is nobody to be told apart, as in a console.</summary>
    public Caller? Caller { get; init; }

    /// <summary>Whether it was picked from a reply, which settles who sees what it gives.</summary>
    public bool IsFromComponent { get; init; }

    /// <summary>What was shown before, where a choice led here, to go back to; else null.</summary>
    public CommandRequest? Previous { get; init; }

    /// <summary>What shows the same in fewer words, if without what leads on from it, for a platform that cannot carry this one; or null.</summary>
    public CommandRequest? CompactForm { get; init; }

    /// <summary>A request with some options.</summary>
    public static CommandRequest Create(string command, string place, params (string Name, string Value)[] options) =>
        new(command, options.ToDictionary(o => o.Name, o => o.Value, StringComparer.Ordinal), place);

    /// <summary>The same, with an option set.</summary>
    public CommandRequest With(string name, string value) => this with { Options = new Dictionary<string, string>(Options, StringComparer.Ordinal) { [name] = value }, CompactForm = null };

    /// <summary>The same, without an option.</summary>
    public CommandRequest Without(string name) => this with { Options = Options.Where(o => o.Key != name).ToDictionary(StringComparer.Ordinal), CompactForm = null };

    /// <summary>An option's value without the space around it, or null where it was not given or is blank.</summary>
    public string? GetOption(string name) => Options.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Whether a flag is set: given, and not as "false".</summary>
    public bool HasFlag(string name) => Options.TryGetValue(name, out var value) && !string.Equals(value.Trim(), "false", StringComparison.OrdinalIgnoreCase);
}
