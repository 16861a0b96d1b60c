using NodaTime;
using NodaTime.Text;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.DailyPosts;

/// <summary>The rows' words for the chat's values, which both databases hold and order alike.</summary>
internal static class RowMapper
{
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    public static long Milliseconds(Instant instant) => instant.ToUnixTimeMilliseconds();

    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static SubscriptionRow Row(Subscription subscription) => new()
    {
        Channel = subscription.Channel,
        Community = subscription.Server,
        Time = TimePattern.Format(subscription.Time),
        Zone = subscription.TimeZone,
        Content = Name(subscription.Content),
        SetBy = subscription.SetBy,
        NextDue = Milliseconds(subscription.NextDue),
        Paused = subscription.Paused,
        SkipsNext = subscription.SkipsNext,
    };

    public static Subscription Subscription(SubscriptionRow row) => new()
    {
        Channel = row.Channel,
        Server = row.Community,
        Time = TimePattern.Parse(row.Time).GetValueOrThrow(),
        TimeZone = row.Zone,
        Content = Enum.Parse<DailyContent>(row.Content, ignoreCase: true),
        SetBy = row.SetBy,
        NextDue = Instant.FromUnixTimeMilliseconds(row.NextDue),
        Paused = row.Paused,
        SkipsNext = row.SkipsNext,
    };

    public static LedgerEntry Entry(LedgerRow row) => new(
        row.Channel,
        LocalDatePattern.Iso.Parse(row.Day).GetValueOrThrow(),
        row.State switch
        {
            LedgerStateNames.Claimed => LedgerState.Claimed,
            LedgerStateNames.Posted => LedgerState.Posted,
            LedgerStateNames.Dropped => LedgerState.Skipped,
            _ => throw new InvalidDataException($"The ledger's state {row.State} is unknown."),
        },
        row.Post is null ? null : StoredPost.Read(row.Post),
        row.Message,
        row.Attempts,
        row.Note,
        Instant.FromUnixTimeMilliseconds(row.At));

    private static string Name(DailyContent content) => content switch
    {
        DailyContent.Full => "full",
        DailyContent.Brief => "brief",
        DailyContent.Quote => "quote",
        _ => throw new ArgumentOutOfRangeException(nameof(content), content, "Unknown content."),
    };
}
