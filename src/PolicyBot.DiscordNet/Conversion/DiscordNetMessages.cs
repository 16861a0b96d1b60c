using Discord;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using ButtonStyle = Discord.ButtonStyle;
using Embed = Discord.Embed;

namespace PolicyBot.DiscordNet.Conversion;

/// <summary>Converts messages to Discord.Net's types, and from them.</summary>
internal static class DiscordNetMessages
{
    /// <summary>Pings nobody.</summary>
    public static AllowedMentions NoMentions { get; } = new(AllowedMentionTypes.None);

    /// <summary>Pings nobody, not even the author of the message that is replied to.</summary>
    public static AllowedMentions NoMentionsInReply { get; } =
        new(AllowedMentionTypes.None) { MentionRepliedUser = false };

    /// <summary>Converts the embeds of a message.</summary>
    public static Embed[] ToEmbeds(OutgoingMessage message) => [.. message.Embeds.Select(ToEmbed)];

    /// <summary>Converts the buttons and menus of a message; null if it has none.</summary>
    public static MessageComponent? ToComponents(OutgoingMessage message) =>
        message.MenuOptions.Count + message.Buttons.Count + message.Actions.Count > 0 ? CreateRows(message) : null;

    /// <summary>Converts a file without its content, which <see cref="Rest.SharedRestClient"/> adds.</summary>
    public static FileAttachment ToAttachment(OutgoingFile file) => new(Stream.Null, file.Name, file.Description);

    /// <summary>Replaces everything in a message, which stays private if it is.</summary>
    public static void Replace(MessageProperties properties, OutgoingMessage message)
    {
        properties.Content = message.Content ?? "";
        properties.Embeds = ToEmbeds(message);
        properties.AllowedMentions = NoMentions;
        properties.Components = CreateRows(message);
        properties.Attachments =
            new Optional<IEnumerable<FileAttachment>>(message.File is { } file ? [ToAttachment(file)] : []);
    }

    /// <summary>Converts a message of a channel.</summary>
    public static ChannelMessage ToChannelMessage(IMessage message)
    {
        var components = message.Components.OfType<ActionRowComponent>().SelectMany(r => r.Components);
        return new ChannelMessage(
            message.Id, message.Author.Id, [.. components.Select(GetCustomId).OfType<string>()]);
    }

    // Not all components have one, and from Discord.Net 3.18 on, their interface doesn't either.
    private static string? GetCustomId(IMessageComponent? component) => component switch
    {
        ButtonComponent button => button.CustomId,
        SelectMenuComponent menu => menu.CustomId,
        _ => null,
    };

    private static MessageComponent CreateRows(OutgoingMessage message)
    {
        var rows = new ComponentBuilder();
        if (message.MenuOptions.Count > 0) rows.AddRow(new ActionRowBuilder().WithSelectMenu(CreateMenu(message)));
        foreach (var buttons in new[] { message.Buttons, message.Actions }.Where(b => b.Count > 0))
        {
            var row = new ActionRowBuilder();
            foreach (var button in buttons) row.WithButton(button.Label, button.CustomId, (ButtonStyle)button.Style);
            rows.AddRow(row);
        }

        return rows.Build();
    }

    private static SelectMenuBuilder CreateMenu(OutgoingMessage message)
    {
        var menu = new SelectMenuBuilder()
            .WithCustomId(OutgoingMessage.MenuCustomId)
            .WithPlaceholder(message.MenuPlaceholder);
        foreach (var option in message.MenuOptions) menu.AddOption(option.Label, option.Value);
        return menu;
    }

    private static Embed ToEmbed(PolicyBot.Discord.Client.Messages.Embed embed)
    {
        var builder = new EmbedBuilder { Title = embed.Title, Description = embed.Description };
        if (embed.Color is { } color) builder.WithColor(new Color((uint)color));
        if (embed.Footer is { } footer) builder.WithFooter(footer);
        if (embed.ImageUrl is { } url) builder.WithImageUrl(url);
        return builder.Build();
    }
}
