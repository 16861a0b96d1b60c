using NodaTime;
using NodaTime.Text;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily set channel time timezone [content]</c>.</summary>
internal sealed class SetCommand(ISubscriptionStore subscriptions, IDeliveryLedger ledger, IDailyChannels channels, DailyPostScheduler posts, IClock clock) : DailyCommand(
    "set",
    "Post something of the article in a channel every day.",
    [
        CreateChannelOption("Where it is posted."),
        new CommandOption(TimeOption, "When, as in 9:00 or 18:30.") { IsRequired = true },
        new CommandOption(ZoneOption, "In which time zone, as in Europe/London.") { IsRequired = true, HasAutocomplete = true },
        new CommandOption(ContentOption, "Everything, only summary, point and quote, or the quote alone.") { Choices = ["full", "brief", "quote"] },
    ],
    subscriptions,
    ledger)
{
    private const string TimeOption = "time";
    private const string ZoneOption = "timezone";
    private const string ContentOption = "content";

    private static readonly IReadOnlyList<LocalTimePattern> TimePatterns = [.. new[] { "H:mm", "H.mm", "h:mmtt", "h.mmtt", "htt" }.Select(LocalTimePattern.CreateWithInvariantCulture)];

    public override ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<AutocompleteChoice>>([.. TimeZoneNames.Complete(context.Request.GetOption(optionName) ?? "", max).Select(z => new AutocompleteChoice(z, z))]);

    private static LocalTime? ParseTime(string text)
    {
        var typed = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()
            .Replace("A.M.", "AM", StringComparison.Ordinal).Replace("P.M.", "PM", StringComparison.Ordinal);
        return TimePatterns.Select(p => p.Parse(typed)).FirstOrDefault(r => r.Success)?.Value;
    }

    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        if (call.GetOption(ChannelOption) is not { } channel) return Reply.Private("Name a channel.");
        if (ParseTime(call.GetOption(TimeOption) ?? "") is not { } time)
            return Reply.Private($"{TextTruncator.Quote(call.GetOption(TimeOption) ?? "")} is no time. Write it as in 9:00, 18:30 or 6:30 pm.");
        if (TimeZoneNames.Find(call.GetOption(ZoneOption) ?? "") is not { } zone)
            return Reply.Private($"I know no time zone {TextTruncator.Quote(call.GetOption(ZoneOption) ?? "")}. Begin to type it, as in Europe/London, and pick one of those that are offered.");
        if (await PermissionMessages.FindProblemAsync(channels, call.Server, channel, cancellationToken) is { } problem) return Reply.Private(problem);

        var now = clock.GetCurrentInstant();
        var lastDays = await ListLastDaysAsync(channel, cancellationToken);
        var former = await FindAsync(call, cancellationToken);
        // It is claimed for the day that it is due on where it was ordered.
        if (former is not null && Schedule.IsInProgress(former, lastDays) && Schedule.GetDay(former.NextDue, zone) != former.NextDay)
            return Reply.Private(SubscriptionFormatter.FormatInProgress(former));
        var subscription = new Subscription
        {
            Channel = channel,
            Server = call.Server,
            Time = time,
            TimeZone = zone,
            Content = Enum.TryParse<DailyContent>(call.GetOption(ContentOption), ignoreCase: true, out var content) ? content : DailyContent.Full,
            SetBy = call.User,
            NextDue = now,
            SkipsNext = former is { SkipsNext: true },
        };
        subscription = subscription with { NextDue = Schedule.GetNextDueAfterChange(former, subscription, lastDays, now) };
        await Subscriptions.SaveAsync(subscription, cancellationToken);
        posts.NotifyChanged();
        return new Reply
        {
            Blocks =
            [
                new Block.Channel(channel),
                new Block.Paragraph(SubscriptionFormatter.FormatChanged(subscription, now)),
                new Block.List([SubscriptionFormatter.FormatContent(subscription)]),
                new Block.Note("/daily preview shows what it will look like, /daily status what was posted."),
            ],
        };
    }
}
