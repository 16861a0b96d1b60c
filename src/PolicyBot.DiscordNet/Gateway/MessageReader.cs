using Discord;
using Discord.WebSocket;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>Reads Discord.Net's messages.</summary>
internal static class MessageReader
{
    /// <summary>
    /// Reads a message. Returns null for a message that isn't for the bot: its own, or one in a guild that neither
    /// mentions the bot nor replies to it.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="bot">The id of the bot's user.</param>
    public static IncomingMessage? Read(SocketMessage message, ulong bot)
    {
        if (message.Author.Id == bot) return null;
        var incoming = new IncomingMessage
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
        return incoming is { IsDirect: false, MentionsBot: false, RepliesToBot: false } ? null : incoming;
    }
}
