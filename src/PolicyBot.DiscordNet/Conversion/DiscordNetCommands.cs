using System.Globalization;
using System.Text.Json;
using Discord;
using PolicyBot.Discord.Client.Rest.Payloads;
using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.DiscordNet.Conversion;

/// <summary>Puts commands into the library's types, and reads those that Discord has.</summary>
internal static class DiscordNetCommands
{
    private static readonly InteractionContextType[] Everywhere = [InteractionContextType.Guild, InteractionContextType.BotDm, InteractionContextType.PrivateChannel];
    private static readonly ApplicationIntegrationType[] Everybody = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];

    /// <summary>The command as the library sends it.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isGlobal">Whether it is there everywhere, rather than in one guild.</param>
    public static ApplicationCommandProperties Of(ApplicationCommand command, bool isGlobal)
    {
        if (command is ApplicationCommand.Slash slash) return Of(slash, isGlobal);
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
        DefaultMemberPermissions = command.DefaultMemberPermissions.RawValue is var needed and not 0 ? needed.ToString(CultureInfo.InvariantCulture) : null,
        Contexts = command.ContextTypes is { } contexts ? [.. contexts.Select(c => (int)c)] : null,
        IntegrationTypes = command.IntegrationTypes is { } types ? [.. types.Select(t => (int)t)] : null,
    };

    private static SlashCommandProperties Of(ApplicationCommand.Slash command, bool isGlobal)
    {
        var typed = new SlashCommandBuilder().WithName(command.Name).WithDescription(command.Description);
        foreach (var subcommand in command.Subcommands) typed.AddOption(Of(subcommand));
        foreach (var option in command.Options) typed.AddOption(Of(option));
        if (command.RequiresManageGuild) typed.WithDefaultMemberPermissions(GuildPermission.ManageGuild);
        if (isGlobal && command.RequiresManageGuild) typed.WithContextTypes(InteractionContextType.Guild).WithIntegrationTypes(ApplicationIntegrationType.GuildInstall);
        else if (isGlobal) typed.WithContextTypes(Everywhere).WithIntegrationTypes(Everybody);
        return typed.Build();
    }

    // Discord counts subcommands among the options.
    private static SlashCommandOptionBuilder Of(ApplicationCommand.Slash subcommand)
    {
        var builder = new SlashCommandOptionBuilder()
            .WithName(subcommand.Name)
            .WithDescription(subcommand.Description)
            .WithType(ApplicationCommandOptionType.SubCommand);
        foreach (var option in subcommand.Options) builder.AddOption(Of(option));
        return builder;
    }

    private static SlashCommandOptionBuilder Of(ApplicationCommandOption option)
    {
        var builder = new SlashCommandOptionBuilder()
            .WithName(option.Name)
            .WithDescription(option.Description)
            .WithType(Of(option.Type))
            .WithRequired(option.IsRequired)
            .WithAutocomplete(option.HasAutocomplete);
        foreach (var choice in option.Choices) builder.AddChoice(choice, choice);
        if (option.Type == CommandOptionType.Channel) builder.AddChannelType(ChannelType.Text).AddChannelType(ChannelType.News);
        return builder;
    }

    private static ApplicationCommandOptionType Of(CommandOptionType type) => type switch
    {
        CommandOptionType.Boolean => ApplicationCommandOptionType.Boolean,
        CommandOptionType.Channel => ApplicationCommandOptionType.Channel,
        _ => ApplicationCommandOptionType.String,
    };

    private static CommandOptionPayload Read(IApplicationCommandOption option) => new()
    {
        Type = (int)option.Type,
        Name = option.Name,
        Description = option.Description,
        Required = option.IsRequired,
        Autocomplete = option.IsAutocomplete,
        Choices = [.. (option.Choices ?? []).Select(c => new CommandChoicePayload(c.Name, JsonSerializer.SerializeToElement(c.Value)))],
        ChannelTypes = [.. (option.ChannelTypes ?? []).Select(t => (int)t)],
        Options = [.. (option.Options ?? []).Select(Read)],
    };
}
