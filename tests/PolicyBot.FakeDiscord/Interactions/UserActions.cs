using System.Text.Json;
using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Gateway;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>
/// Performs the actions of users and sends the events to the bot. Throws for actions that Discord's client doesn't
/// allow.
/// </summary>
internal sealed class UserActions(
    FakeDiscordOptions options, DiscordWorld world, CommandRegistry commands, CommandPermissions permissions,
    InteractionRegistry interactions, SessionRegistry sessions)
{
    private static readonly byte[] EventName = "INTERACTION_CREATE"u8.ToArray();
    private static readonly Dictionary<string, object> NoOptions = [];

    private readonly InteractionWriter _writer = new(world);

    public SentInteraction UseCommand(
        string name, IReadOnlyDictionary<string, object>? given, DiscordChannel channel, DiscordUser user)
    {
        var path = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command = Find(path[0], CommandType.ChatInput, channel, user);
        var values = OptionValues.Resolve(
            world, SubCommandWriter.GetOptions(command, path.AsSpan(1)), given ?? NoOptions, channel);
        var origin = new InteractionOrigin(InteractionType.Command, channel, user)
        {
            CommandName = command.Name,
            CommandType = command.Type,
        };
        return Send(origin, target =>
        {
            WriteCommandHead(target, command);
            SubCommandWriter.Write(
                target, command, path.AsSpan(1),
                (inner, defined) => OptionWriter.Write(inner, name, defined, values, path.Length > 1));
            ResolvedWriter.Write(target, values, user, world);
            target.WriteEndObject();
        });
    }

    public SentInteraction UseMessageCommand(string name, StoredMessage message, DiscordUser user)
    {
        var command = Find(name, CommandType.Message, message.Channel, user);
        var origin = new InteractionOrigin(InteractionType.Command, message.Channel, user)
        {
            TargetMessageId = message.Id,
            CommandName = command.Name,
            CommandType = command.Type,
        };
        return Send(origin, target =>
        {
            WriteCommandHead(target, command);
            target.WriteId("target_id"u8, message.Id);
            target.WriteStartObject("resolved"u8);
            target.WriteStartObject("messages"u8);
            target.WritePropertyName($"{message.Id}");
            MessageWriter.Write(target, message, MessageView.Http);
            target.WriteEndObject();
            target.WriteEndObject();
            target.WriteEndObject();
        });
    }

    public SentInteraction Autocomplete(
        string name,
        string focusedOption,
        string typed,
        IReadOnlyDictionary<string, object>? others,
        DiscordChannel channel,
        DiscordUser user)
    {
        var path = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command = Find(path[0], CommandType.ChatInput, channel, user);
        var defined = SubCommandWriter.GetOptions(command, path.AsSpan(1));
        var focused = OptionWriter.Find(name, defined, focusedOption);
        if (!focused.HasAutocomplete)
            throw new ActionUnavailableException($"The option {focusedOption} of /{name} is not completed.");
        var values = OptionValues.Resolve(world, defined, others ?? NoOptions, channel);
        var origin = new InteractionOrigin(InteractionType.Autocomplete, channel, user)
        {
            CommandName = command.Name,
            CommandType = command.Type,
            FocusedOptionType = focused.Type,
        };
        return Send(origin, target =>
        {
            WriteCommandHead(target, command);
            SubCommandWriter.Write(
                target,
                command,
                path.AsSpan(1),
                (inner, options) => OptionWriter.WriteTyping(inner, name, options, values, focused, typed));
            target.WriteEndObject();
        });
    }

    public SentInteraction Press(StoredMessage message, string customId, DiscordUser user)
    {
        var button = MessageComponents.Find(message, customId, ComponentType.Button);
        return Send(ComponentOrigin(message, user), target =>
        {
            target.WriteStartObject();
            target.WriteNumber("component_type"u8, ComponentType.Button);
            target.WriteString("custom_id"u8, customId);
            target.WriteNumber("id"u8, button.Number("id"u8) ?? 0);
            target.WriteEndObject();
        });
    }

    public SentInteraction Select(
        StoredMessage message, string customId, IReadOnlyList<string> values, DiscordUser user)
    {
        var select = MessageComponents.Find(message, customId, ComponentType.StringSelect);
        MessageComponents.CheckSelection(select, values);
        return Send(ComponentOrigin(message, user), target =>
        {
            target.WriteStartObject();
            target.WriteNumber("component_type"u8, ComponentType.StringSelect);
            target.WriteString("custom_id"u8, customId);
            target.WriteNumber("id"u8, select.Number("id"u8) ?? 0);
            target.WriteStartArray("values"u8);
            foreach (var value in values)
                target.WriteStringValue(value);
            target.WriteEndArray();
            target.WriteEndObject();
        });
    }

    public SentInteraction SubmitModal(InteractionState opener, IReadOnlyDictionary<string, object> values)
    {
        if (opener.FindModal() is not { } modal)
            throw new ActionUnavailableException("The interaction was not answered with a modal.");
        if (!opener.HasOpenModal)
            throw new ActionUnavailableException("The modal is closed, because a submit of it was answered.");
        var origin = new InteractionOrigin(InteractionType.ModalSubmit, opener.Origin.Channel, opener.Origin.User)
        {
            Opener = opener.Origin.ToSource(opener.Id),
            Source = opener.Origin.Source is { } source ? world.FindMessage(source.Id) ?? source : null,
        };
        var submit = Send(origin, target => ModalWriter.Write(target, modal, values));
        opener.Submit = submit.State;
        return submit;
    }

    private static void WriteCommandHead(Utf8JsonWriter target, RegisteredCommand command)
    {
        target.WriteStartObject();
        target.WriteId("id"u8, command.Id);
        target.WriteString("name"u8, command.Name);
        target.WriteNumber("type"u8, command.Type);
        if (command.GuildId is { } guildId)
            target.WriteId("guild_id"u8, guildId);
    }

    private RegisteredCommand Find(string name, int type, DiscordChannel channel, DiscordUser user)
    {
        if (world.FindChannel(channel.Id) is null)
            throw new ActionUnavailableException($"The channel {channel.Name} is gone.");
        if (channel is { GuildId: { } guildId, IsOnlyUserInstalled: false } && !world.Access.IsInGuild(guildId))
            throw new ActionUnavailableException("The bot is not in the guild, and its commands are not either.");
        var command = commands.FindByName(channel.GuildId, name, type)
            ?? throw new ActionUnavailableException(
                $"No command {name} is registered. There is: {string.Join(", ", NamesIn(channel))}.");
        if (command.Contexts is { } contexts && !contexts.Contains(channel.GuildId is null ? 1 : 0))
        {
            throw new ActionUnavailableException(
                $"The command {name} is not offered in {(channel.GuildId is null ? "direct messages" : "guilds")}: its "
                    + $"contexts are [{string.Join(", ", contexts)}].");
        }

        if (!permissions.IsOffered(command, channel, user))
        {
            throw new ActionUnavailableException(
                $"The command {command.Name} is not offered to {user.Name} there: it needs the permissions "
                    + $"{command.RequiredPermissions}, or an overwrite that allows it.");
        }

        return command;
    }

    private IEnumerable<string> NamesIn(DiscordChannel channel) =>
        commands.List(null).Concat(commands.List(channel.GuildId)).Select(known => known.Name).Distinct();

    private InteractionOrigin ComponentOrigin(StoredMessage message, DiscordUser user)
    {
        var current = world.FindMessage(message.Id) ?? throw new ActionUnavailableException("The message is gone.");
        if (current.IsEphemeral && current.Interaction?.User.Id != user.Id)
            throw new ActionUnavailableException($"{user.Name} does not see this ephemeral message.");
        return new InteractionOrigin(InteractionType.Component, current.Channel, user) { Source = current };
    }

    private SentInteraction Send(InteractionOrigin origin, Action<Utf8JsonWriter> writeData)
    {
        var state = interactions.Create(origin);
        var data = _writer.Write(state, writeData);
        if (options.RecordsRequests)
            state.Data = data;
        state.Start();
        sessions.Dispatch(new GatewayEvent(EventName, origin.Channel.GuildId, 0, data, null));
        return new SentInteraction(state);
    }
}
