using System.Globalization;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Servers;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/settings</c>: shows a server's settings and changes them.</summary>
internal sealed class SettingsCommand(ServerSettingsCache servers, IArticleCatalog articles) : ModeratorCommand(
    "settings",
    "Show or change how I answer in this server.",
    [
        new CommandOption(Article, "Which article I answer from.") { HasAutocomplete = true },
        new CommandOption(Articles, "Add that article to the others, or remove it (default: use only that one).")
        {
            Choices = [Show, Add, Remove],
        },
        new CommandOption(Channel, "Change the articles of this channel only; it then has its own.")
        {
            Kind = OptionKind.Channel,
        },
        new CommandOption(Answers, "Who sees my answers to commands, unless the user chooses otherwise.")
        {
            Choices = [Everybody, Asker],
        },
        new CommandOption(AnswerFrom, "How confident I must be to answer, in percent: 30 to 95."),
        new CommandOption(OfferFrom, "How confident I must be to show the closest question, in percent: 5 or more."),
        new CommandOption(MentionsIn, "Only answer mentions in this channel (default: every channel).")
        {
            Kind = OptionKind.Channel,
        },
        new CommandOption(NoMentionsIn, "Stop answering mentions in this channel.") { Kind = OptionKind.Channel },
        new CommandOption(Reset, "Restore the defaults.") { Kind = OptionKind.Flag },
    ])
{
    private const string Article = "article";
    private const string Articles = "articles";
    private const string Show = "show";
    private const string Add = "add";
    private const string Remove = "remove";
    private const string Channel = "channel";
    private const string Answers = "answers";
    private const string Everybody = "everybody";
    private const string Asker = "asker";
    private const string AnswerFrom = "answer-from";
    private const string OfferFrom = "offer-from";
    private const string MentionsIn = "mentions-in";
    private const string NoMentionsIn = "no-mentions-in";
    private const string Reset = "reset";

    private const int MinAnswerFrom = 30;
    private const int MaxAnswerFrom = 95;
    private const int MinOfferFrom = 5;

    // So many are searched for every question.
    private const int MaxArticles = 20;

    // The settings are shown in one message.
    private const int MaxChannels = 15;

    // More would be a list that nobody reads.
    private const int MaxMentionChannels = 25;

    public override async ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken)
    {
        var request = context.Request;
        var names = articles.Names;
        // Only what is there can be removed.
        if (IsChoice(request.GetOption(Articles), Remove)
            && await servers.FindAsync(request.Caller?.Server, cancellationToken) is { } settings)
            names = settings.ListArticles(request.GetOption(Channel), articles.OwnName);
        return ArticleOption.Complete(
            request.GetOption(optionName) ?? "", names.Select(n => (n, articles.GetTitle(n))), max);
    }

    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        var before = await servers.ReadAsync(context.Server, cancellationToken);
        var after = context.Request.HasFlag(Reset) ? new ServerSettings { Curation = before.Curation } : before;
        var (withArticles, problem) = await WithArticlesAsync(context, after);
        if (problem is not null) return Reply.Private(problem);
        after = withArticles;

        if (context.GetOption(Answers) is { } answers)
            after = after with { IsPrivate = string.Equals(answers, Asker, StringComparison.OrdinalIgnoreCase) };
        if (WithThresholds(context, after) is not { } withThresholds)
        {
            return Reply.Private(
                $"{AnswerFrom} must be a whole number from {MinAnswerFrom} to {MaxAnswerFrom}, and "
                    + $"{OfferFrom} from {MinOfferFrom} to {AnswerFrom}. Both are percentages.");
        }

        after = withThresholds;
        if (context.GetOption(MentionsIn) is { } added)
            after = after with { MentionChannels = [.. after.MentionChannels.Append(added).Distinct()] };
        if (context.GetOption(NoMentionsIn) is { } removed)
            after = after with { MentionChannels = [.. after.MentionChannels.Where(c => c != removed)] };
        if (after.MentionChannels.Count > MaxMentionChannels)
        {
            return Reply.Private(
                $"I can answer mentions in at most {MaxMentionChannels} channels. Remove one first with "
                    + $"{NoMentionsIn}.");
        }

        var isChanged = before != after;
        if (isChanged) await servers.SaveAsync(context.Server, after, cancellationToken);
        return CreateReply(after, isChanged, await articles.FindAsync(after, null, cancellationToken));
    }

    private async Task<(ServerSettings Settings, string? Problem)> WithArticlesAsync(
        ModeratorContext context, ServerSettings settings)
    {
        var channel = context.GetOption(Channel);
        var action = context.GetOption(Articles);
        if (context.GetOption(Article) is not { } article)
        {
            return (settings, action is null || IsChoice(action, Show)
                ? channel is null ? null : SettingsTexts.ChannelWithoutArticle
                : SettingsTexts.NoArticleNamed);
        }

        var before = settings.ListArticles(channel, articles.OwnName);
        if (IsChoice(action, Remove))
        {
            if (before.FirstOrDefault(n => IsNamed(n, article)) is not { } removed)
            {
                return (
                    settings,
                    SettingsTexts.NotThere(TextTruncator.Quote(article), before.Select(articles.GetTitle)));
            }

            if (channel is null && before.Count == 1) return (settings, SettingsTexts.LastArticle);
            return (settings.WithArticles(channel, [.. before.Where(n => n != removed)]), null);
        }

        if (articles.Names.FirstOrDefault(n => IsNamed(n, article)) is not { } name)
            return (settings, SettingsTexts.UnknownArticle(TextTruncator.Quote(article), articles.Names));
        if (!await articles.CanServeAsync(name)) return (settings, SettingsTexts.InvalidArticle(name));
        if (!IsChoice(action, Add)) return (settings.WithArticles(channel, [name]), null);
        // The first article that is added to a channel is its only one.
        if (channel is not null && !settings.ChannelArticles.ContainsKey(channel)) before = [];
        if (before.Count == MaxArticles) return (settings, SettingsTexts.TooManyArticles(MaxArticles));
        if (channel is not null && settings.ChannelArticles.Count == MaxChannels && before.Count == 0)
            return (settings, SettingsTexts.TooManyChannels(MaxChannels));
        return (settings.WithArticles(channel, [.. before.Append(name).Distinct()]), null);
    }

    private bool IsNamed(string name, string typed) =>
        IsChoice(typed, name) || IsChoice(typed, articles.GetTitle(name));

    private static bool IsChoice(string? value, string choice) =>
        string.Equals(value, choice, StringComparison.OrdinalIgnoreCase);

    private static ServerSettings? WithThresholds(ModeratorContext context, ServerSettings settings)
    {
        var (answer, offer) = (settings.AnswerFrom, settings.OfferFrom);
        if (context.GetOption(AnswerFrom) is { } answerFrom)
        {
            if (ParsePercentage(answerFrom, MinAnswerFrom, MaxAnswerFrom) is not { } share) return null;
            answer = share;
        }

        if (context.GetOption(OfferFrom) is { } offerFrom)
        {
            if (ParsePercentage(offerFrom, MinOfferFrom, MaxAnswerFrom) is not { } share) return null;
            offer = share;
        }

        return offer > answer ? null : settings with { AnswerFrom = answer, OfferFrom = offer };
    }

    private static double? ParsePercentage(string text, int min, int max) =>
        int.TryParse(text.TrimEnd('%', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value >= min && value <= max
            ? value / 100.0
            : null;

    private Reply CreateReply(ServerSettings settings, bool isChanged, ArticleLookup lookup)
    {
        var names = settings.ListArticles(null, articles.OwnName);
        var (article, thresholds) = lookup switch
        {
            ArticleLookup.Found found =>
                (SettingsTexts.List([.. names.Select(n => Describe(n, found.Missing))]), found.Article.Thresholds),
            ArticleLookup.Unavailable(var name) => (SettingsTexts.UnavailableArticle(name, Article), null),
            _ => (SettingsTexts.LoadingArticle, (Thresholds?)null),
        };
        List<Block> blocks =
        [
            new Block.List([
                new ListItem(article, names.Count == 1 ? SettingsTexts.OneArticle : SettingsTexts.SeveralArticles),
                new ListItem(settings.IsPrivate
                    ? SettingsTexts.SeenByAsker
                    : SettingsTexts.SeenByEverybody, SettingsTexts.WhoSees),
                new ListItem(SettingsTexts.Confidence(settings.AnswerFrom, thresholds?.Answer), SettingsTexts.ToAnswer),
                new ListItem(SettingsTexts.Confidence(settings.OfferFrom, thresholds?.Offer), SettingsTexts.ToOffer),
                new ListItem(SettingsTexts.Channels(settings.MentionChannels.Count), SettingsTexts.WhereMentions),
            ]),
            .. settings.MentionChannels.Select(c => new Block.Channel(c)),
            .. settings.ChannelArticles.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => (Block[])
            [
                new Block.Channel(c.Key),
                new Block.Paragraph(SettingsTexts.InChannel([.. c.Value.Select(n => Describe(n, []))])),
            ]),
        ];
        return new Reply { Title = isChanged ? SettingsTexts.ChangedTitle : SettingsTexts.Title, Blocks = blocks };
    }

    private static string Describe(string name, IReadOnlyList<string> missing) =>
        missing.Contains(name) ? SettingsTexts.NotUsable(name) : name;
}
