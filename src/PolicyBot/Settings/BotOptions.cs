using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Usage;
using PolicyBot.Discord;
using PolicyBot.Storage;

namespace PolicyBot.Settings;

/// <summary>The settings, from <c>config/policybot.json</c> and from the environment (<c>POLICYBOT_…</c>), which goes before.</summary>
internal sealed class BotOptions
{
    /// <summary>The article that is served: the name of a folder in <c>config/articles</c>, or the path of one.</summary>
    [Required(ErrorMessage = "Article is empty; name a folder in config/articles, or the path of one")]
    public string Article { get; set; } = "facebook-encryption";

    /// <summary>How sure an answer must be.</summary>
    [ValidateObjectMembers]
    public MatchingOptions Matching { get; set; } = new();

    /// <summary>How the bot connects to Discord.</summary>
    [ValidateObjectMembers]
    public DiscordOptions Discord { get; set; } = new();

    /// <summary>Where is kept what outlives a restart.</summary>
    [ValidateObjectMembers]
    public StorageOptions Storage { get; set; } = new();

    /// <summary>How daily posts are delivered.</summary>
    [ValidateObjectMembers]
    public DailyOptions Daily { get; set; } = new();

    /// <summary>What is kept of what is asked.</summary>
    [ValidateObjectMembers]
    public PrivacyOptions Privacy { get; set; } = new();
}
