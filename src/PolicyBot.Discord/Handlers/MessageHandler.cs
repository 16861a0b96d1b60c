using System.Globalization;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.RateLimiting;
using PolicyBot.Discord.Rendering;
using PolicyBot.Discord.Telemetry;

namespace PolicyBot.Discord.Handlers;

/// <summary>Handles messages to the bot: mentions, replies and direct messages. Thread-safe.</summary>
/// <param name="commands">Runs the commands.</param>
/// <param name="connection">Sends the answers.</param>
/// <param name="limiter">Limits how much users can ask.</param>
/// <param name="identity">The bot's identity.</param>
/// <param name="threads">Finds the channels that threads belong to.</param>
/// <param name="metrics">Measures how long users wait.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
/// <param name="aborting">Cancels the work.</param>
internal sealed partial class MessageHandler(
    CommandDispatcher commands,
    IDiscordConnection connection,
    MessageRateLimiter limiter,
    Task<BotIdentity> identity,
    ThreadParents threads,
    DiscordMetrics metrics,
    TimeProvider time,
    ILogger logger,
    CancellationToken aborting)
{
    private const int MaxToldUsers = 1000;

    // Users who were told that the bot can't read their replies.
    private readonly LruCache<ulong, OneTimeFlag> _told = new(MaxToldUsers);

    private readonly WorkQueue _work = new();

    /// <summary>Answers a message that a person wrote to the bot, unless the user asks too much.</summary>
    public void Handle(IncomingMessage message)
    {
        // An unreadable message gets at most one answer anyway.
        var decision = message.IsReadable
            ? limiter.Check(message.AuthorId, message.ChannelId, isNoticePublic: true)
            : new RateLimitDecision.Allowed();
        if (decision is RateLimitDecision.Denied) return;
        var notice = HandlerTexts.TooManyQuestions(decision);
        var receivedAt = time.GetTimestamp();
        _work.Start(slot => AnswerAsync(message, notice, receivedAt, slot));
    }

    /// <summary>Completes when all work is finished.</summary>
    public Task DrainAsync() => _work.DrainAsync();

    private async Task AnswerAsync(IncomingMessage message, Reply? notice, long receivedAt, WorkQueue.Slot slot)
    {
        using var measured = metrics.StartMessage(AskCommand.Name, receivedAt);
        try
        {
            var caller = CallerFactory.Create(message);
            var channel = await GetSettingsChannelAsync(message, caller);
            if (!await commands.AnswersMentionsAsync(caller.Server, channel, aborting))
            {
                measured.Ignore();
                return;
            }

            if (!message.IsReadable)
            {
                measured.Ignore();
                await ExplainPingAsync(message, slot);
                return;
            }

            var rendered = notice is null ? await RunAsync(message, caller, channel) : new Rendered(notice);
            await SendAsync(message, rendered, slot);
            measured.MarkSent();
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
            await SendAsync(message, new Rendered(HandlerTexts.UnreadableReply), slot);
        }
        catch
        {
            told.Reset();
            throw;
        }
    }

    // A thread has the settings of its channel; Discord is asked for that only if there are such settings.
    private async ValueTask<string> GetSettingsChannelAsync(IncomingMessage message, Caller caller)
    {
        var parent = await commands.HasChannelSettingsAsync(caller.Server, aborting)
            ? await threads.FindAsync(message.ChannelId, aborting)
            : null;
        return Snowflake.Format(parent ?? message.ChannelId);
    }

    // Also renders the reply, because painting its picture can fail.
    private async Task<Rendered> RunAsync(IncomingMessage message, Caller caller, string channel)
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
                Channel = caller.Server is null ? null : channel,
            };
            var reply = await commands.DispatchAsync(request, aborting);
            return new Rendered(FormRenderer.ToMessage(reply, isAfterForm: false)) { Command = request.Command };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The boundary of one request: the user learns that it failed, but no details.
            Log.RequestFailed(logger, request.Command, e);
            return new Rendered(HandlerTexts.Failed);
        }
    }

    private async Task SendAsync(IncomingMessage message, Rendered rendered, WorkQueue.Slot slot)
    {
        // A channel's rate limit can hold a message up for long.
        slot.Release();
        // Every part is a reply, because a user's own buttons are those under the replies to them.
        ulong? replyTo = message.Id;
        for (var i = 0; i < rendered.Parts.Count; i++)
        {
            var nonce = string.Create(CultureInfo.InvariantCulture, $"{message.Id}.{i}");
            try
            {
                replyTo = await SendAsync(message.ChannelId, rendered.Parts[i], nonce, replyTo);
            }
            catch (RequestRefusedException e) when (e.Code == RequestRefusedException.MissingPermissions && i == 0)
            {
                // Perhaps only embeds aren't allowed.
                await SendAsync(message.ChannelId, rendered.ToPlainText(), nonce, replyTo);
                return;
            }
        }
    }

    // Returns what to reply to from now on.
    private async Task<ulong?> SendAsync(ulong channel, OutgoingMessage part, string nonce, ulong? replyTo)
    {
        try
        {
            await connection.SendMessageAsync(channel, part, nonce, replyTo, aborting);
            return replyTo;
        }
        catch (RequestRefusedException e) when (e.Code == RequestRefusedException.CannotReplyWithoutHistory
            && replyTo is not null)
        {
            await connection.SendMessageAsync(channel, part, nonce, null, aborting);
            return null;
        }
    }

    private sealed class Rendered(Reply reply)
    {
        /// <summary>The command that gives the reply, without the slash.</summary>
        public string Command { get; init; } = AskCommand.Name;

        /// <summary>Its messages, at least one.</summary>
        public IReadOnlyList<OutgoingMessage> Parts { get; } = ReplyRenderer.Render(reply);

        /// <summary>Renders it without embeds.</summary>
        public OutgoingMessage ToPlainText() =>
            PlainTextRenderer.Render(reply, HandlerTexts.Shortened(Command)) with { File = Parts[^1].File };
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
