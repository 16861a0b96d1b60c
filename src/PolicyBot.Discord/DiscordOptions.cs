using System.ComponentModel.DataAnnotations;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord;

/// <summary>How the bot connects to Discord.</summary>
public sealed class DiscordOptions : IValidatableObject
{
    /// <summary>The bot's token, a secret; null where the bot does not connect.</summary>
    public string? Token { get; set; }

    /// <summary>A file that holds nothing but the token; or null.</summary>
    public string? TokenFile { get; set; }

    /// <summary>The address of the HTTP API, which tells the gateway's.</summary>
    public Uri ApiUrl { get; set; } = DiscordClientOptions.DefaultApiUrl;

    /// <summary>What carries the connection; null leaves it to the build.</summary>
    public ConnectionKind? Connection { get; set; }

    /// <summary>The id of a guild to register the commands in, where they change at once; null registers them everywhere.</summary>
    public ulong? DevelopmentGuild { get; set; }

    /// <summary>How many shards; null leaves it to Discord.</summary>
    [Range(1, 1000)]
    public int? Shards { get; set; }

    /// <summary>How much one user may ask in any ten seconds; what goes beyond it is not answered.</summary>
    [Range(1, 1_000_000)]
    public int UserLimit { get; set; } = 8;

    /// <summary>How much all in one channel may ask in any ten seconds.</summary>
    [Range(1, 1_000_000)]
    public int ChannelLimit { get; set; } = 40;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Connection is { } kind && !Enum.IsDefined(kind))
            yield return new ValidationResult("Discord:Connection is neither BuiltIn nor DiscordNet; name one of them, or leave it out", [nameof(Connection)]);
        if (Token is not null && Token.AsSpan().ContainsAnyExceptInRange('!', '~'))
            yield return new ValidationResult("Discord:Token holds blanks or letters that no token has; copy it anew from the Developer Portal", [nameof(Token)]);
        if (!ApiUrl.IsAbsoluteUri || ApiUrl.Scheme is not ("https" or "http"))
            yield return new ValidationResult("Discord:ApiUrl is no address that begins with https:// or http://; mend it, or leave it out for Discord’s own", [nameof(ApiUrl)]);
    }
}
