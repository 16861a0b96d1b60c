namespace PolicyBot.Discord.Client.Messages;

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
    /// <param name="Options">At most 25, required ones first; none where it has subcommands.</param>
    public sealed record Slash(string Name, string Description, IReadOnlyList<ApplicationCommandOption> Options) : ApplicationCommand
    {
        /// <summary>What can be typed behind its name, at most 25; where there is any, it cannot be used without. They have none themselves.</summary>
        public IReadOnlyList<Slash> Subcommands { get; init; } = [];

        /// <summary>Whether it is there in guilds alone that have installed the bot, and at first for those who may manage them; a guild can give it to others.</summary>
        public bool RequiresManageGuild { get; init; }
    }

    /// <summary>A command that is used on a message.</summary>
    /// <param name="Name">1 to 32 characters.</param>
    public sealed record Message(string Name) : ApplicationCommand;
}
