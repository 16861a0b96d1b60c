using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using PolicyBot.Discord;

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
}
