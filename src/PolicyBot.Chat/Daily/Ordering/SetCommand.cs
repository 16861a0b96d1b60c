using NodaTime;
using NodaTime.Text;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;
using PolicyBot.Knowledge.Completing;

namespace PolicyBot.Chat.Daily.Ordering;

/// <summary><c>/daily set channel time timezone [content]</c>.</summary>
internal sealed class SetCommand(IDailyStore store, IDailyChannels channels, IClock clock) : DailyCommand("set", "Post something of the article in a channel every day.", [
    OfChannel("Where it is posted."),
    new CommandOption(TimeOption, "When, as in 9:00 or 18:30.") { IsRequired = true },
    new CommandOption(ZoneOption, "In which time zone, as in Europe/London.") { IsRequired = true, HasSuggestions = true },
    new CommandOption(ContentOption, "Everything, only point and quote, or the quote alone.") { Choices = ["full", "brief", "quote"] },
])
{
    private const string TimeOption = "time";
    private const string ZoneOption = "timezone";
    private const string ContentOption = "content";

    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("H:mm");
    private static readonly string[] Zones = [.. DateTimeZoneProviders.Tzdb.Ids.Where(i => i.Contains('/', StringComparison.Ordinal) || i == "UTC")];
    private static readonly TextCompleter ZoneCompleter = new(Zones, everyWord: true);

    public override IReadOnlyList<OptionSuggestion> Suggest(string name, Invocation invocation, ServedArticle article, int max)
    {
        var fitting = ZoneCompleter.Complete(invocation.Option(name)?.Replace('/', ' ').Replace('_', ' ') ?? "", max);
        return [.. (fitting?.Select(n => Zones[n]) ?? Zones.Take(max)).Select(z => new OptionSuggestion(z, z))];
    }

    protected override async Task<Reply> RunAsync(DailyCall call, CancellationToken cancellationToken)
    {
        if (call.Option(ChannelOption) is not { } channel) return Reply.Aside("Name a channel.");
        if (TimePattern.Parse(call.Option(TimeOption) ?? "") is not { Success: true, Value: var time })
            return Reply.Aside($"{Shown.Quoted(call.Option(TimeOption) ?? "")} is no time. Write it as in 9:00 or 18:30.");
        if (ZoneOf(call.Option(ZoneOption) ?? "") is not { } zone)
            return Reply.Aside($"I know no time zone {Shown.Quoted(call.Option(ZoneOption) ?? "")}. Begin to type it, as in Europe/London, and pick one of those that are offered.");
        switch (await channels.MissingRightsAsync(channel, cancellationToken).ConfigureAwait(false))
        {
            case null:
                return Reply.Aside("I could not find out what I may do in that channel. Please try again in a minute.");
            case { Count: > 0 } missing:
                return Reply.Aside($"I cannot post in that channel: I lack {string.Join(", ", missing)}. Give me that there, and call this again.");
        }

        var now = clock.GetCurrentInstant();
        var subscription = new Subscription
        {
            Channel = channel,
            Community = call.Community,
            Time = time,
            Zone = zone.Id,
            Content = Enum.TryParse<DailyContent>(call.Option(ContentOption), ignoreCase: true, out var content) ? content : DailyContent.Full,
            SetBy = call.User,
            NextDue = Schedule.NextAfter(now, time, zone),
        };
        await store.PutAsync(subscription, cancellationToken).ConfigureAwait(false);
        return new Reply
        {
            Blocks = [new Block.Paragraph($"Done. The first post is due {SubscriptionText.When(subscription)}."), new Block.Note("/daily preview shows what it will look like, /daily status what was posted.")],
        };
    }

    private static DateTimeZone? ZoneOf(string name) =>
        Zones.FirstOrDefault(z => string.Equals(z, name.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase)) is { } id ? Schedule.Zone(id) : null;
}
