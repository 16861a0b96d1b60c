using PolicyBot.Discord.Testing.Rules;

namespace PolicyBot.Discord.Testing.Commands;

/// <summary>What became of a registration.</summary>
internal sealed record CommandChange(IReadOnlyList<RegisteredCommand> Commands, bool IsNew, FieldErrors? Errors, bool IsTooMany)
{
    /// <summary>The day's creations are used up.</summary>
    public static readonly CommandChange TooMany = new([], false, null, true);

    public static CommandChange Done(IReadOnlyList<RegisteredCommand> commands, bool isNew) => new(commands, isNew, null, false);

    public static CommandChange Refused(FieldErrors errors) => new([], false, errors, false);
}
