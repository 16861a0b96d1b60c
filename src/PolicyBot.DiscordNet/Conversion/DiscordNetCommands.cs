using System.Globalization;
using System.Text.Json;
using Discord;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Client.Rest.Payloads;

namespace PolicyBot.DiscordNet.Conversion;

/// <summary>Converts commands to Discord.Net's types, and from them.</summary>
internal static class DiscordNetCommands
{
    private static readonly InteractionContextType[] AllContexts =
        [InteractionContextType.Guild, InteractionContextType.BotDm, InteractionContextType.PrivateChannel];

    private static readonly ApplicationIntegrationType[] AllIntegrationTypes =
        [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];

    /// <summary>Converts a command to register.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isGlobal">Whether it is registered globally, not in a guild.</param>
    public static ApplicationCommandProperties ToProperties(ApplicationCommand command, bool isGlobal)
    {
        if (command is ApplicationCommand.Slash slash) return ToProperties(slash, isGlobal);
        var builder = new MessageCommandBuilder().WithName(command.Name);
        if (isGlobal) builder.WithContextTypes(AllContexts).WithIntegrationTypes(AllIntegrationTypes);
        return builder.Build();
    }

    /// <summary>Converts a registered command, for comparing it.</summary>
    public static CommandPayload ToPayload(IApplicationCommand command) => new()
    {
        Type = (int)command.Type,
        Name = command.Name,
        Description = command.Description,
        Options = [.. (command.Options ?? []).Select(ToPayload)],
        DefaultMemberPermissions = command.DefaultMemberPermissions.RawValue is var bits and not 0
            ? bits.ToString(CultureInfo.InvariantCulture)
            : null,
        Contexts = command.ContextTypes is { } contexts ? [.. contexts.Select(c => (int)c)] : null,
        IntegrationTypes = command.IntegrationTypes is { } types ? [.. types.Select(t => (int)t)] : null,
    };

    private static SlashCommandProperties ToProperties(ApplicationCommand.Slash command, bool isGlobal)
    {
        var builder = new SlashCommandBuilder().WithName(command.Name).WithDescription(command.Description);
        foreach (var subcommand in command.Subcommands) builder.AddOption(ToOption(subcommand));
        foreach (var option in command.Options) builder.AddOption(ToOption(option));
        if (command.RequiresManageGuild) builder.WithDefaultMemberPermissions(GuildPermission.ManageGuild);
        if (!isGlobal) return builder.Build();
        if (command.RequiresManageGuild)
        {
            builder
                .WithContextTypes(InteractionContextType.Guild)
                .WithIntegrationTypes(ApplicationIntegrationType.GuildInstall);
        }
        else
        {
            builder.WithContextTypes(AllContexts).WithIntegrationTypes(AllIntegrationTypes);
        }

        return builder.Build();
    }

    // Discord treats a subcommand as an option.
    private static SlashCommandOptionBuilder ToOption(ApplicationCommand.Slash subcommand)
    {
        var builder = new SlashCommandOptionBuilder()
            .WithName(subcommand.Name)
            .WithDescription(subcommand.Description)
            .WithType(ApplicationCommandOptionType.SubCommand);
        foreach (var option in subcommand.Options) builder.AddOption(ToOption(option));
        return builder;
    }

    private static SlashCommandOptionBuilder ToOption(ApplicationCommandOption option)
    {
        var builder = new SlashCommandOptionBuilder()
            .WithName(option.Name)
            .WithDescription(option.Description)
            .WithType(ToOptionType(option.Type))
            .WithRequired(option.IsRequired)
            .WithAutocomplete(option.HasAutocomplete);
        foreach (var choice in option.Choices) builder.AddChoice(choice, choice);
        if (option.Type == CommandOptionType.Channel)
            builder.AddChannelType(ChannelType.Text).AddChannelType(ChannelType.News);
        return builder;
    }

    private static ApplicationCommandOptionType ToOptionType(CommandOptionType type) => type switch
    {
        CommandOptionType.Boolean => ApplicationCommandOptionType.Boolean,
        CommandOptionType.Channel => ApplicationCommandOptionType.Channel,
        _ => ApplicationCommandOptionType.String,
    };

    private static CommandOptionPayload ToPayload(IApplicationCommandOption option) => new()
    {
        Type = (int)option.Type,
        Name = option.Name,
        Description = option.Description,
        Required = option.IsRequired,
        Autocomplete = option.IsAutocomplete,
        Choices = [.. (option.Choices ?? []).Select(ToPayload)],
        ChannelTypes = [.. (option.ChannelTypes ?? []).Select(t => (int)t)],
        Options = [.. (option.Options ?? []).Select(ToPayload)],
    };

    private static CommandChoicePayload ToPayload(IApplicationCommandOptionChoice choice) =>
        new(choice.Name, JsonSerializer.SerializeToElement(choice.Value));
}
