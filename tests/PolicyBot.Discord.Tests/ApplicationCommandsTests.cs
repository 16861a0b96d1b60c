using PolicyBot.Chat.Commands;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.CommandRegistration;

namespace PolicyBot.Discord.Tests;

public sealed class ApplicationCommandsTests
{
    [Fact]
    public void Create_LargeGroup_TruncatesTheDescription()
    {
        var commands =
            ApplicationCommands.Create([.. Enumerable.Range(0, 25).Select(n => Named($"daily subcommand-{n}"))]);

        var group = Assert.IsType<ApplicationCommand.Slash>(Assert.Single(commands));
        Assert.InRange(group.Description.Length, 1, 100);
        Assert.Equal(25, group.Subcommands.Count);
    }

    [Fact]
    public void Create_Group_TakesThePlaceOfItsFirstCommand()
    {
        var commands =
            ApplicationCommands.Create([Named("ask"), Named("daily set"), Named("help"), Named("daily stop")]);

        Assert.Equal(["ask", "daily", "help"], commands.Select(c => c.Name));
    }

    // In Discord, a command with subcommands can't be used without one.
    [Fact]
    public void Create_CommandAndSubcommandsOfSameName_Throws() =>
        Assert.Throws<InvalidOperationException>(
            () => ApplicationCommands.Create([Named("daily"), Named("daily set")]));

    private static CommandDefinition Named(string name) => new(name, "Does something.", []);
}
