using System.Text.Json;
using Discord;
using PolicyBot.Discord.Http.Payloads;
using PolicyBot.Discord.Messages;

namespace PolicyBot.DiscordNet.Registering;

/// <summary>Puts commands into the library's types, and reads those that Discord has.</summary>
internal static class LibraryCommands
{
    private static readonly InteractionContextType[] Everywhere = [InteractionContextType.Guild, InteractionContextType.BotDm, InteractionContextType.PrivateChannel];
    private static readonly ApplicationIntegrationType[] Everybody = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];

    /// <summary>The command as the library sends it.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isGlobal">Whether it is there everywhere, rather than in one guild.</param>
    public static ApplicationCommandProperties Of(ApplicationCommand command, bool isGlobal)
    {
        if (command is ApplicationCommand.Slash slash)
        {
            var typed = new SlashCommandBuilder().WithName(slash.Name).WithDescription(slash.Description);
            foreach (var option in slash.Options) typed.AddOption(Of(option));
            if (isGlobal) typed.WithContextTypes(Everywhere).WithIntegrationTypes(Everybody);
            return typed.Build();
        }

        var used = new MessageCommandBuilder().WithName(command.Name);
        if (isGlobal) used.WithContextTypes(Everywhere).WithIntegrationTypes(Everybody);
        return used.Build();
    }

    /// <summary>A command that Discord has, in the form that commands are compared in.</summary>
    public static CommandPayload Read(IApplicationCommand command) => new()
    {
        Type = (int)command.Type,
        Name = command.Name,
        Description = command.Description,
        Options = [.. (command.Options ?? []).Select(Read)],
        Contexts = command.ContextTypes is { } contexts ? [.. contexts.Select(c => (int)c)] : null,
        IntegrationTypes = command.IntegrationTypes is { } types ? [.. types.Select(t => (int)t)] : null,
    };

    private static SlashCommandOptionBuilder Of(ApplicationCommandOption option)
    {
        var builder = new SlashCommandOptionBuilder()
            .WithName(option.Name)
            .WithDescription(option.Description)
            .WithType(option.IsFlag ? ApplicationCommandOptionType.Boolean : ApplicationCommandOptionType.String)
            .WithRequired(option.IsRequired)
            .WithAutocomplete(option.IsCompleted);
        foreach (var choice in option.Choices) builder.AddChoice(choice, choice);
        return builder;
    }

    private static CommandOptionPayload Read(IApplicationCommandOption option) => new()
    {
        Type = (int)option.Type,
        Name = option.Name,
        Description = option.Description,
        Required = option.IsRequired,
        Autocomplete = option.IsAutocomplete,
        Choices = [.. (option.Choices ?? []).Select(c => new CommandChoicePayload(c.Name, JsonSerializer.SerializeToElement(c.Value)))],
    };
}
