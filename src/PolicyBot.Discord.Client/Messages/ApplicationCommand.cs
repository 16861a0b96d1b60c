namespace PolicyBot.Discord.Client.Messages;

/// <summary>A command to register with Discord. Closed: one of the two nested records.</summary>
public abstract record ApplicationCommand
{
    private ApplicationCommand()
    {
    }

    /// <summary>1 to 32 characters, unique among the commands of its type.</summary>
    public abstract string Name { get; init; }

    /// <summary>A slash command.</summary>
    /// <param name="Name">1 to 32 lower-case letters.</param>
    /// <param name="Description">1 to 100 characters.</param>
    /// <param name="Options">At most 25, required ones first; none if it has subcommands.</param>
    public sealed record Slash(string Name, string Description, IReadOnlyList<ApplicationCommandOption> Options)
        : ApplicationCommand
    {
        /// <summary>
        /// At most 25 subcommands, which have none themselves. A command that has subcommands can't be used without.
        /// </summary>
        public IReadOnlyList<Slash> Subcommands { get; init; } = [];

        /// <summary>
        /// Whether it exists only in guilds that have installed the bot, and only for members with the Manage Server
        /// permission, until the guild's settings allow it to others.
        /// </summary>
        public bool RequiresManageGuild { get; init; }
    }

    /// <summary>A command in the context menu of messages.</summary>
    /// <param name="Name">1 to 32 characters.</param>
    public sealed record Message(string Name) : ApplicationCommand;
}
