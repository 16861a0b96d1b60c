using PolicyBot.FakeDiscord.Rules;

namespace PolicyBot.FakeDiscord.Commands;

/// <summary>What became of a registration.</summary>
internal sealed record CommandChange(IReadOnlyList<RegisteredCommand> Commands, bool IsNew)
{
    /// <summary>The day's creations are used up.</summary>
    public static readonly CommandChange TooMany = new([], false) { IsTooMany = true };

    public FieldErrors? Errors { get; private init; }

    public bool IsTooMany { get; private init; }

    /// <summary>How many commands of a type there may be, where there would be more.</summary>
    public int? FullAt { get; private init; }

    public static CommandChange Done(IReadOnlyList<RegisteredCommand> commands, bool isNew) => new(commands, isNew);

    public static CommandChange Refused(FieldErrors errors) => new([], false) { Errors = errors };

    public static CommandChange Full(int most) => new([], false) { FullAt = most };
}
