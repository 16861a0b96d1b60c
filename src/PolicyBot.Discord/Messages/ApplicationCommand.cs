namespace PolicyBot.Discord.Messages;

/// <summary>A command as Discord is told of it. Closed: one of the two records within.</summary>
public abstract record ApplicationCommand
{
    private ApplicationCommand()
    {
    }

    /// <summary>1 to 32 characters, unique among those of its kind.</summary>
    public abstract string Name { get; init; }

    /// <summary>A command that is typed.</summary>
    /// <param name="Name">1 to 32 lower-case letters.</param>
    /// <param name="Description">1 to 100 characters.</param>
    /// <param name="Options">At most 25, required ones first.</param>
    public sealed record Slash(string Name, string Description, IReadOnlyList<ApplicationCommandOption> Options) : ApplicationCommand;

    /// <summary>A command that is used on a message.</summary>
    /// <param name="Name">1 to 32 characters.</param>
    public sealed record OnMessage(string Name) : ApplicationCommand;
}
