using System.Globalization;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.Handlers;

/// <summary>Handles messages to the bot: mentions, replies and direct messages. Safe for many threads.</summary>
/// <param name="commands">Runs the commands.</param>
/// <param name="connection">Sends the answers.</param>
/// <param name="identity">The bot's identity.</param>
/// <param name="work">Runs the work on other threads.</param>
/// <param name="logger">The log.</param>
/// <param name="aborting">Cancels the work.</param>
internal sealed partial class MessageHandler(
    CommandDispatcher commands,
    IDiscordConnection connection,
    Task<BotIdentity> identity,
    WorkQueue work,
    ILogger logger,
    CancellationToken aborting)
{
    private const int MaxToldUsers = 1000;

    // Users who were told that the bot can't read their replies.
    private readonly LruCache<ulong, OneTimeFlag> _told = new(MaxToldUsers);

    /// <summary>Answers a message.</summary>
    /// <param name="message">A message that a person wrote to the bot.</param>
    /// <param name="notice">The reply to send instead of an answer, or null.</param>
    public void Handle(IncomingMessage message, Reply? notice) =>
        work.Start(slot => AnswerAsync(message, notice, slot));

    private async Task AnswerAsync(IncomingMessage message, Reply? notice, WorkQueue.Slot slot)
    {
        try
        {
            var caller = CallerFactory.Create(message);
            var channel = Snowflake.Format(message.ChannelId);
            if (!await commands.AnswersMentionsAsync(caller.Server, channel, aborting)) return;
            if (!message.IsReadable)
            {
                await ExplainPingAsync(message, slot);
                return;
            }

            var parts = notice is null ? await RunAsync(message, caller) : ReplyRenderer.Render(notice);
            await SendAsync(message, parts, slot);
        }
        catch (DiscordException e)
        {
            Log.NotAnswered(logger, message.ChannelId, e.Message);
        }
        catch (OperationCanceledException)
        {
            Log.NotAnswered(logger, message.ChannelId, "the bot was stopped");
        }
        catch (Exception e)
        {
            // The boundary of one message.
            Log.Failed(logger, message.ChannelId, e);
        }
    }

    private async Task ExplainPingAsync(IncomingMessage message, WorkQueue.Slot slot)
    {
        var told = _told.GetOrAdd(message.AuthorId, _ => new OneTimeFlag());
        if (!told.TrySet()) return;
        try
        {
            await SendAsync(message, ReplyRenderer.Render(HandlerTexts.UnreadableReply), slot);
        }
        catch
        {
            told.Reset();
            throw;
        }
    }

    // Also renders the reply, because painting its picture can fail.
    private async Task<IReadOnlyList<OutgoingMessage>> RunAsync(IncomingMessage message, Caller caller)
    {
        var text = MentionText.Remove(message.Content, await identity);
        Log.Asked(logger, message.ChannelId, text);
        var conversation = ConversationIds.Create(message.ChannelId, message.AuthorId);
        var request = text.Length == 0
            ? CommandRequest.Create(HelpCommand.Name, conversation)
            : AskCommand.CreateRequest(text, conversation);
        try
        {
            request = request with
            {
                Caller = caller,
                Channel = message.GuildId is null ? null : Snowflake.Format(message.ChannelId),
            };
            return ReplyRenderer.Render(await commands.DispatchAsync(request, aborting));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The boundary of one request: the user learns that it failed, but no details.
            Log.RequestFailed(logger, request.Command, e);
            return ReplyRenderer.Render(HandlerTexts.Failed);
        }
    }

    private async Task SendAsync(IncomingMessage message, IReadOnlyList<OutgoingMessage> parts, WorkQueue.Slot slot)
    {
        // A channel's rate limit can hold a message up for long.
        slot.Release();
        // Every part is a reply, because a user's own buttons are those under the replies to them.
        ulong? replyTo = message.Id;
        for (var i = 0; i < parts.Count; i++)
        {
            var nonce = string.Create(CultureInfo.InvariantCulture, $"{message.Id}.{i}");
            try
            {
                await connection.SendMessageAsync(message.ChannelId, parts[i], nonce, replyTo, aborting);
            }
            catch (RequestRefusedException e) when (e.Code == RequestRefusedException.CannotReplyWithoutHistory
                && replyTo is not null)
            {
                replyTo = null;
                await connection.SendMessageAsync(message.ChannelId, parts[i], nonce, null, aborting);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            4003, LogLevel.Warning, "Failed to send the answer to a message in channel {Channel}: {Reason}.")]
        public static partial void NotAnswered(ILogger logger, ulong channel, string reason);

        [LoggerMessage(4005, LogLevel.Error, "Failed to answer a message in channel {Channel}.")]
        public static partial void Failed(ILogger logger, ulong channel, Exception exception);

        [LoggerMessage(4008, LogLevel.Error, "Failed to run /{Command} for a message.")]
        public static partial void RequestFailed(ILogger logger, string command, Exception exception);

        [LoggerMessage(4009, LogLevel.Trace, "Asked in channel {Channel}: {Text}")]
        public static partial void Asked(ILogger logger, ulong channel, string text);
    }
}
