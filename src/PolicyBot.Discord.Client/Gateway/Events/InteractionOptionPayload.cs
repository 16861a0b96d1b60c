using System.Text.Json;

namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>An option that was given, or the subcommand that was used, within which the options stand.</summary>
internal sealed record InteractionOptionPayload(string Name, int Type)
{
    private const int Subcommand = 1;

    public bool IsSubcommand => Type == Subcommand;

    /// <summary>What was given; nothing of a subcommand.</summary>
    public JsonElement Value { get; init; }

    /// <summary>Whether it is the one that is being typed.</summary>
    public bool? Focused { get; init; }

    /// <summary>Of a subcommand; null where none was given.</summary>
    public IReadOnlyList<InteractionOptionPayload>? Options { get; init; }
}
