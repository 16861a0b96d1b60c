using Discord;
using Discord.WebSocket;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>Reads the library's messages.</summary>
internal static class MessageReader
{
    /// <summary>The message, or null where it is none of the bot's business: its own, or a guild's that neither mentions it nor replies to it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="bot">The bot user's id.</param>
    public static IncomingMessage? Read(SocketMessage message, ulong bot)
    {
        if (message.Author.Id == bot) return null;
        var read = new IncomingMessage
        {
            Id = message.Id,
            ChannelId = message.Channel.Id,
            GuildId = (message.Channel as IGuildChannel)?.GuildId,
            AuthorId = message.Author.Id,
            IsFromPerson = message is { Source: MessageSource.User, Type: MessageType.Default or MessageType.Reply },
            IsDirect = message.Channel is IDMChannel,
            MentionsBot = message.MentionedUsers.Any(u => u.Id == bot),
            RepliesToBot = message is SocketUserMessage { ReferencedMessage.Author.Id: var author } && author == bot,
            Content = message.Content ?? "",
        };
        return read is { IsDirect: false, MentionsBot: false, RepliesToBot: false } ? null : read;
    }
}
