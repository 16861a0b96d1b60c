using PolicyBot.FakeDiscord.Rules;

namespace PolicyBot.FakeDiscord.Commands;

/// <summary>The result of a registration.</summary>
internal sealed record CommandResult(IReadOnlyList<RegisteredCommand> Commands, bool IsNew)
{
    /// <summary>The daily limit of new commands is reached.</summary>
    public static readonly CommandResult DailyLimitReached = new([], false) { IsDailyLimitReached = true };

    public FieldErrors? Errors { get; private init; }

    public bool IsDailyLimitReached { get; private init; }

    /// <summary>The maximum number of commands of a type, if there would be more.</summary>
    public int? Limit { get; private init; }

    public static CommandResult Done(IReadOnlyList<RegisteredCommand> commands, bool isNew) => new(commands, isNew);

    public static CommandResult Refused(FieldErrors errors) => new([], false) { Errors = errors };

    public static CommandResult LimitReached(int most) => new([], false) { Limit = most };
}
