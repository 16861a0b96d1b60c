using System.ComponentModel.DataAnnotations;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord;

/// <summary>The settings of the bot on Discord.</summary>
public sealed class DiscordOptions : IValidatableObject
{
    internal const int MaxShards = 1000;

    /// <summary>The bot's token, a secret; null if the bot doesn't connect.</summary>
    public string? Token { get; set; }

    /// <summary>A file that contains only the token; or null.</summary>
    public string? TokenFile { get; set; }

    /// <summary>The address of Discord's HTTP API, which returns the gateway's address.</summary>
    public Uri ApiUrl { get; set; } = DiscordClientOptions.DefaultApiUrl;

    /// <summary>Which library connects to Discord; null for Discord.Net if the program was built with it.</summary>
    public ConnectionKind? Connection { get; set; }

    /// <summary>
    /// The id of a guild to register the commands in, where changes take effect at once; null to register them
    /// globally.
    /// </summary>
    public ulong? DevelopmentGuild { get; set; }

    /// <summary>The number of shards of all processes; null for the number that Discord recommends.</summary>
    [Range(1, MaxShards)]
    public int? Shards { get; set; }

    /// <summary>
    /// The ids of this process's shards, such as <c>0-7</c> or <c>0,2,5-7</c>, or <c>ordinal</c> to calculate them from
    /// the pod's name; null for all shards. Other processes on the same database run the others.
    /// </summary>
    public string? ShardIds { get; set; }

    /// <summary>The number of shards of each process, if <see cref="ShardIds"/> is <c>ordinal</c>.</summary>
    [Range(1, MaxShards)]
    public int? ShardsPerProcess { get; set; }

    /// <summary>How many questions a user can ask in ten seconds. More aren't answered.</summary>
    [Range(1, 1_000_000)]
    public int UserLimit { get; set; } = 8;

    /// <summary>
    /// How many questions all users of a channel can ask in ten seconds, without those whose answers only one user
    /// sees. More aren't answered.
    /// </summary>
    [Range(1, 1_000_000)]
    public int ChannelLimit { get; set; } = 40;

    /// <summary>How many moderator commands a moderator can use in ten seconds. More aren't run.</summary>
    [Range(1, 1_000_000)]
    public int ModeratorLimit { get; set; } = 30;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Connection is { } kind && !Enum.IsDefined(kind))
        {
            yield return new ValidationResult(
                "Discord:Connection is invalid; use BuiltIn or DiscordNet, or remove it", [nameof(Connection)]);
        }

        if (Token is not null && Token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            yield return new ValidationResult(
                "Discord:Token contains characters that no token has; copy it again from the Developer Portal",
                [nameof(Token)]);
        }

        if (!ApiUrl.IsAbsoluteUri || ApiUrl.Scheme is not ("https" or "http"))
        {
            yield return new ValidationResult(
                "Discord:ApiUrl must start with https:// or http://; correct it, or remove it to use Discord's address",
                [nameof(ApiUrl)]);
        }
    }
}
