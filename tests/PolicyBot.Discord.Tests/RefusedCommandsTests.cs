using System.Net;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.CommandRegistration;

namespace PolicyBot.Discord.Tests;

public sealed class RefusedCommandsTests
{
    private static readonly ApplicationCommand[] Commands =
    [
        new ApplicationCommand.Slash("ask", "Ask.", [CreateOption("question"), CreateOption("article")]),
        new ApplicationCommand.Slash("daily", "Daily.", [])
        {
            Subcommands = [new ApplicationCommand.Slash("set", "Set.", [CreateOption("time")])],
        },
        new ApplicationCommand.Message("Ask about this"),
    ];

    [Theory]
    [InlineData("0.options.1.description: Too long.", "the option “article” of /ask")]
    [InlineData("1.options.0.options.0.name: Wrong.", "the option “time” of /daily set")]
    [InlineData("1.options.0.description: Too long.", "/daily set")]
    [InlineData("0.description: Too long.", "/ask")]
    [InlineData("2.name: Too long.", "Ask about this")]
    public void Describe_FieldOfACommand_NamesIt(string error, string name) =>
        Assert.Equal(
            $"Discord refused PUT commands with status 400, code 50035, “Invalid Form Body”: {error} (that is {name})",
            RefusedCommands.Describe(Refuse(error), Commands));

    [Theory]
    [InlineData("9.name: Wrong.")]
    [InlineData("name: Wrong.")]
    public void Describe_NoCommand_IsDiscordsMessage(string error) =>
        Assert.Equal(Refuse(error).Message, RefusedCommands.Describe(Refuse(error), Commands));

    private static RequestRefusedException Refuse(string error) =>
        new("PUT commands", HttpStatusCode.BadRequest, 50035, "Invalid Form Body", [error]);

    private static ApplicationCommandOption CreateOption(string name) =>
        new(name, "An option.", CommandOptionType.String, IsRequired: false, [], HasAutocomplete: false);
}
