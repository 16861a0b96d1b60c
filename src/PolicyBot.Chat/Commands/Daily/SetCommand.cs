using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily set channel time timezone [content] [article]</c>.</summary>
internal sealed class SetCommand(
    ISubscriptionStore subscriptions,
    IDeliveryLedger ledger,
    IDailyChannels channels,
    DailyPostScheduler scheduler,
    ServerArticles articles,
    IClock clock)
    : DailyCommand(
        "set",
        "Post something from the article in a channel every day.",
        [
            CreateChannelOption("Where to post."),
            new CommandOption(TimeOption, "When, such as 9:00 or 18:30.") { IsRequired = true },
            new CommandOption(ZoneOption, "The time zone, such as Europe/London.")
            {
                IsRequired = true,
                HasAutocomplete = true,
            },
            new CommandOption(ContentOption, "Everything; only the summary, point and quote; or only the quote.")
            {
                Choices = ["full", "brief", "quote"],
            },
            new CommandOption(ArticleOption.Name, "About which article (default: the first one in that channel).")
            {
                HasAutocomplete = true,
            },
        ],
        subscriptions,
        ledger)
{
    private const string TimeOption = "time";
    private const string ZoneOption = "timezone";
    private const string ContentOption = "content";

    public override async ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken)
    {
        var request = context.Request;
        var typed = request.GetOption(optionName) ?? "";
        if (optionName == ZoneOption)
            return [.. TimeZoneNames.Complete(typed, max).Select(z => new AutocompleteChoice(z, z))];
        var served = await ListArticlesAsync(
            request.Caller?.Server, request.GetOption(ChannelOption), cancellationToken);
        return ArticleOption.Complete(typed, served.Select(a => (a.Set.Name, a.Set.Article.Title)), max);
    }

    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        if (context.GetOption(ChannelOption) is not { } channel) return Reply.Private("Choose a channel.");
        var timeText = context.GetOption(TimeOption) ?? "";
        if (TimeOfDay.Parse(timeText) is not { } time)
        {
            return Reply.Private(
                $"{TextTruncator.Quote(timeText)} isn't a time. Write it like 9:00, 18:30, 6:30 pm or noon.");
        }

        var zoneText = context.GetOption(ZoneOption) ?? "";
        if (TimeZoneNames.Find(zoneText) is not { } zone)
        {
            return Reply.Private(
                $"I don't know the time zone {TextTruncator.Quote(zoneText)}. Start typing it, like Europe/London, and "
                + "pick one from the list.");
        }

        var served = await ListArticlesAsync(context.Server, channel, cancellationToken);
        var isArticleNamed = context.GetOption(ArticleOption.Name) is not null;
        var article = isArticleNamed && served.Count > 0 ? ArticleOption.Find(context.Request, served) : null;
        if (isArticleNamed && article is null) return DispatcherTexts.UnknownArticle(served);

        if (await PermissionMessages.FindProblemAsync(channels, context.Server, channel, cancellationToken)
            is { } problem)
            return Reply.Private(problem);
        var now = clock.GetCurrentInstant();
        var lastDays = await ListLastDaysAsync(channel, cancellationToken);
        var former = await FindAsync(context, cancellationToken);

        // A post in progress is claimed for its day in the former time zone.
        if (former is not null
            && Schedule.IsInProgress(former, lastDays)
            && Schedule.GetDay(former.NextDue, zone) != former.NextDay)
        {
            return Reply.Private(SubscriptionFormatter.FormatInProgress(former));
        }

        var subscription = new Subscription
        {
            Channel = channel,
            Server = context.Server,
            Time = time,
            TimeZone = zone,
            Content = Enum.TryParse<DailyContent>(context.GetOption(ContentOption), ignoreCase: true, out var content)
                ? content
                : DailyContent.Full,
            Article = article?.Set.Name,
            SetBy = context.User,
            NextDue = now,
            SkipsNext = former is { SkipsNext: true },
        };
        subscription = subscription with
        {
            NextDue = Schedule.GetNextDueAfterChange(former, subscription, lastDays, now),
        };
        await Subscriptions.SaveAsync(subscription, cancellationToken);
        scheduler.NotifyChanged();
        var understood = FormatUnderstood(timeText, zoneText, subscription);
        return new Reply
        {
            Blocks =
            [
                new Block.Channel(channel),
                new Block.Paragraph(SubscriptionFormatter.FormatChanged(subscription, now)),
                .. understood is null ? [] : new Block[] { new Block.Paragraph(understood) },
                new Block.List([.. SubscriptionFormatter.ListContent(subscription)]),
                new Block.Note("/daily preview shows what it will look like; /daily status shows what was posted."),
            ],
        };
    }

    private async ValueTask<IReadOnlyList<ServedArticle>> ListArticlesAsync(
        string? server, string? channel, CancellationToken cancellationToken) =>
        await articles.FindAsync(server, channel, cancellationToken) is ArticleLookup.Found found ? found.Articles : [];

    // What the bot shows differently from how it was typed, so that a misunderstanding is seen at once.
    private static string? FormatUnderstood(string timeText, string zoneText, Subscription subscription)
    {
        var (time, zone) = (TimeOfDay.Format(subscription.Time), subscription.TimeZone);
        var understood = new List<string>();
        if (timeText.TrimStart('0') != time.TrimStart('0'))
            understood.Add($"{TextTruncator.Quote(timeText)} as {time}");
        if (!string.Equals(zoneText.Replace(' ', '_'), zone.Id, StringComparison.OrdinalIgnoreCase)
            || TimeZoneNames.IsFixed(zone))
            understood.Add($"{TextTruncator.Quote(zoneText)} as {TimeZoneNames.Describe(zone)}");
        return understood.Count == 0 ? null : $"I read {string.Join(", and ", understood)}.";
    }
}
