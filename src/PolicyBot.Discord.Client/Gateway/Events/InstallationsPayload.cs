using System.Text.Json.Serialization;

namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>Who has installed the bot where an interaction happened.</summary>
internal sealed record InstallationsPayload
{
    /// <summary>The guild; null where it has not.</summary>
    [JsonPropertyName("0")]
    public ulong? Guild { get; init; }
}
