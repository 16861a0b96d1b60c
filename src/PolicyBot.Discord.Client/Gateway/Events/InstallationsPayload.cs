using System.Text.Json.Serialization;

namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>Who has installed the bot that an interaction is for.</summary>
internal sealed record InstallationsPayload
{
    /// <summary>The guild, or null if it hasn't installed the bot.</summary>
    [JsonPropertyName("0")]
    public ulong? Guild { get; init; }
}
