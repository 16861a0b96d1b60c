using Discord;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Rest.Payloads;
using PolicyBot.Discord.Client.Messages;
using Embed = Discord.Embed;

namespace PolicyBot.DiscordNet.Conversion;

/// <summary>Puts messages into the library's types.</summary>
internal static class DiscordNetMessages
{
    /// <summary>Nobody may be pinged.</summary>
    public static AllowedMentions Nobody { get; } = new(AllowedMentionTypes.None);

    /// <summary>The same, of a message that replies to another.</summary>
    public static AllowedMentions NobodyEvenIfRepliedTo { get; } = new(AllowedMentionTypes.None) { MentionRepliedUser = false };

    public static Embed[] Embeds(OutgoingMessage message) => [.. message.Embeds.Select(Of)];

    /// <summary>What stands under it, or null.</summary>
    public static MessageComponent? Components(OutgoingMessage message) =>
        message.MenuOptions.Count + message.Buttons.Count + message.Actions.Count > 0 ? Rows(message) : null;

    /// <summary>A file as the library is told of it. Its content goes past the library, with the call.</summary>
    public static FileAttachment Attachment(OutgoingFile file) => new(Stream.Null, file.Name, file.Description);

    /// <summary>The message in place of another one, whose privacy it keeps; what stood there and is not said is taken away.</summary>
    public static void InPlace(OutgoingMessage message, MessageProperties properties)
    {
        properties.Embeds = Embeds(message);
        properties.AllowedMentions = Nobody;
        properties.Components = Rows(message);
        properties.Attachments = new Optional<IEnumerable<FileAttachment>>(message.File is { } file ? [Attachment(file)] : []);
    }

    /// <summary>What is read of a message that stands in a channel.</summary>
    public static ChannelMessage Read(IMessage message) => new(
        message.Id,
        message.Author.Id,
        [.. message.Components.OfType<ActionRowComponent>().SelectMany(r => r.Components).Select(c => c?.CustomId).OfType<string>()]);

    private static MessageComponent Rows(OutgoingMessage message)
    {
        var rows = new ComponentBuilder();
        if (message.MenuOptions.Count > 0) rows.AddRow(new ActionRowBuilder().WithSelectMenu(Menu(message.MenuOptions, message.MenuPlaceholder)));
        foreach (var buttons in new[] { message.Buttons, message.Actions }.Where(b => b.Count > 0))
        {
            var row = new ActionRowBuilder();
            foreach (var button in buttons)
                row.WithButton(button.Label, button.CustomId, (ButtonStyle)button.Style);
            rows.AddRow(row);
        }

        return rows.Build();
    }

    private static SelectMenuBuilder Menu(IReadOnlyList<MenuOption> options, string title)
    {
        var menu = new SelectMenuBuilder().WithCustomId(ComponentPayload.MenuId).WithPlaceholder(title);
        foreach (var option in options) menu.AddOption(option.Label, option.Value);
        return menu;
    }

    private static Embed Of(PolicyBot.Discord.Client.Messages.Embed embed)
    {
        var builder = new EmbedBuilder { Title = embed.Title, Description = embed.Description, Color = embed.Color is { } color ? new Color((uint)color) : null };
        if (embed.Footer is { } footer) builder.WithFooter(footer);
        if (embed.ImageFileName is { } name) builder.WithImageUrl(EmbedImagePayload.FromFile(name).Url);
        return builder.Build();
    }
}
