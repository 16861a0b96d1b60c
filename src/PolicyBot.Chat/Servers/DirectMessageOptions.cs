namespace PolicyBot.Chat.Servers;

/// <summary>How direct messages are answered.</summary>
public sealed class DirectMessageOptions
{
    /// <summary>The names of the articles, separated by commas; null or empty for the bot's own.</summary>
    public string? Articles { get; set; }

    /// <summary>Creates the settings that apply outside of servers.</summary>
    internal ServerSettings ToSettings() =>
        (Articles ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is
        [var first, .. var more]
            ? new ServerSettings { Article = first, MoreArticles = more }
            : new ServerSettings();
}
