using NodaTime;

namespace PolicyBot.Chat.Usage;

/// <summary>How often something happened on a day.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Count">How often.</param>
public sealed record DayCount(LocalDate Day, UsageKind Kind, int Count);
