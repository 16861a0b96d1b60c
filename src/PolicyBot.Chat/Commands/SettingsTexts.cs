using System.Globalization;

namespace PolicyBot.Chat.Commands;

/// <summary>What moderators read about their server's settings.</summary>
internal static class SettingsTexts
{
    public const string Title = "Settings";
    public const string ChangedTitle = "Settings changed";
    public const string WhoSees = "Who sees answers to commands";
    public const string SeenByAsker = "only the user who asks, unless they set private: False";
    public const string SeenByEverybody = "everybody, unless the user sets private: True";
    public const string ToAnswer = "Confidence needed to answer";
    public const string ToOffer = "Confidence needed to show the closest question";
    public const string WhereMentions = "Where I answer mentions";
    public const string LoadingArticle = "still loading";
    public const string OneArticle = "Article";
    public const string SeveralArticles = "Articles";
    public const string NoArticleNamed = "Use the article option to choose what to add or remove.";
    public const string ChannelWithoutArticle = "Use the article option to choose an article for that channel.";
    public const string LastArticle = "That's the only article here. Add another one first.";

    public static string UnknownArticle(string name, IEnumerable<string> names) =>
        $"I have no article {name}. Choose one of these: {string.Join(", ", names)}.";

    public static string InvalidArticle(string name) =>
        $"The article {name} has errors, so I can't use it. They are listed in my log; ask the person who runs me.";

    public static string UnavailableArticle(string name, string option) =>
        $"{name}, which can't be loaded right now; choose another with {option}";

    /// <summary>Says that an article isn't among those that could be removed.</summary>
    public static string NotThere(string name, IEnumerable<string> titles) =>
        $"I don't answer from {name} there. The articles are: {string.Join(", ", titles)}.";

    public static string TooManyArticles(int max) => $"I can answer from at most {max} articles. Remove one first.";

    public static string TooManyChannels(int max) =>
        $"At most {max} channels can have their own articles. Remove those of another channel first.";

    public static string NotUsable(string name) => $"{name} (can't be loaded right now)";

    public static string List(IReadOnlyList<string> names) => string.Join(", ", names);

    public static string InChannel(IReadOnlyList<string> names) => $"has its own articles: {List(names)}.";

    public static string Channels(int count) => count == 0 ? "in every channel" : "only in these channels:";

    /// <summary>A threshold.</summary>
    /// <param name="set">What moderators have set, 0 to 1, or null.</param>
    /// <param name="article">What the article uses, 0 to 1, or null if it isn't loaded.</param>
    public static string Confidence(double? set, double? article) => (set, article) switch
    {
        ({ } share, _) => Format(share),
        (null, { } share) => $"{Format(share)} (default)",
        _ => "default",
    };

    private static string Format(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0}%");
}
