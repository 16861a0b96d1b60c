using System.Text.Json;

namespace PolicyBot.Discord.Gateway.Events;

internal sealed record InteractionOptionPayload(string Name, JsonElement Value)
{
    /// <summary>Whether it is the one that is being typed.</summary>
    public bool? Focused { get; init; }
}
