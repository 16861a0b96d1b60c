using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>Says why the bot has no article to answer from.</summary>
internal static class ArticleUnavailableReply
{
    /// <summary>The settings of the server can't be read.</summary>
    public static Reply SettingsUnknown { get; } =
        Reply.Private("I can't read this server's settings right now. Please try again in a minute.");

    private static Reply Loading { get; } =
        Reply.Private("This article is still loading. Please try again in a minute.");

    private static Reply Unavailable { get; } =
        Reply.Private(
            "The article chosen for this server can't be loaded right now. A moderator can choose another with "
                + "/settings.");

    /// <summary>The reply to an outcome other than <see cref="ArticleLookup.Found"/>.</summary>
    public static Reply Create(ArticleLookup lookup) => lookup switch
    {
        ArticleLookup.Loading => Loading,
        ArticleLookup.SettingsUnknown => SettingsUnknown,
        ArticleLookup.Unavailable => Unavailable,
        _ => throw new InvalidOperationException($"Unexpected kind of lookup: {lookup.GetType().Name}."),
    };
}
