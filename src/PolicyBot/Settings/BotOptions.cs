using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;
using PolicyBot.Discord;
using PolicyBot.Health;
using PolicyBot.Storage;
using PolicyBot.Telemetry;

namespace PolicyBot.Settings;

/// <summary>
/// The settings, from the settings file and from environment variables (<c>POLICYBOT_…</c>), which take precedence.
/// </summary>
internal sealed class BotOptions
{
    /// <summary>The bot's own article: the name of a folder in the articles folder, or the path of one.</summary>
    [Required(ErrorMessage = "Article is empty; choose a folder in the articles folder, or a path")]
    public string Article { get; set; } = "facebook-encryption";

    /// <summary>Where articles are.</summary>
    public ArticlesOptions Articles { get; set; } = new();

    /// <summary>How direct messages are answered.</summary>
    public DirectMessageOptions DirectMessages { get; set; } = new();

    /// <summary>How sure the bot must be.</summary>
    [ValidateObjectMembers]
    public MatchingOptions Matching { get; set; } = new();

    /// <summary>How the bot connects to Discord.</summary>
    [ValidateObjectMembers]
    public DiscordOptions Discord { get; set; } = new();

    /// <summary>Where the bot keeps its data.</summary>
    [ValidateObjectMembers]
    public StorageOptions Storage { get; set; } = new();

    /// <summary>How daily posts are sent.</summary>
    [ValidateObjectMembers]
    public DailyOptions Daily { get; set; } = new();

    /// <summary>What the bot keeps of the questions it gets.</summary>
    [ValidateObjectMembers]
    public PrivacyOptions Privacy { get; set; } = new();

    /// <summary>Whether and where the bot says how it is.</summary>
    [ValidateObjectMembers]
    public HealthOptions Health { get; set; } = new();

    /// <summary>Whether and where the bot sends metrics and traces.</summary>
    [ValidateObjectMembers]
    public TelemetryOptions Telemetry { get; set; } = new();
}
