using PolicyBot.FakeDiscord.Rules;

namespace PolicyBot.FakeDiscord.Commands;

/// <summary>What became of a registration.</summary>
internal sealed record CommandResult(IReadOnlyList<RegisteredCommand> Commands, bool IsNew)
{
    /// <summary>The day's creations are used up.</summary>
    public static readonly CommandResult DailyLimitReached = new([], false) { IsDailyLimitReached = true };

    public FieldErrors? Errors { get; private init; }

    public bool IsDailyLimitReached { get; private init; }

    /// <summary>How many commands of a type there may be, where there would be more.</summary>
    public int? Limit { get; private init; }

    public static CommandResult Done(IReadOnlyList<RegisteredCommand> commands, bool isNew) => new(commands, isNew);

    public static CommandResult Refused(FieldErrors errors) => new([], false) { Errors = errors };

    public static CommandResult LimitReached(int most) => new([], false) { Limit = most };
}
