using System.Text.Json;

namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>An option of a command, or a subcommand, which Discord treats as an option.</summary>
internal sealed record InteractionOptionPayload(string Name, int Type)
{
    private const int Subcommand = 1;

    public bool IsSubcommand => Type == Subcommand;

    /// <summary>Its value; undefined for a subcommand.</summary>
    public JsonElement Value { get; init; }

    /// <summary>Whether it is being typed.</summary>
    public bool? Focused { get; init; }

    /// <summary>The options of a subcommand, or null if there are none.</summary>
    public IReadOnlyList<InteractionOptionPayload>? Options { get; init; }
}
