using System.Globalization;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.Handlers;

/// <summary>Answers messages that people write to the bot.</summary>
internal sealed class MessageHandler(
    GuardedCommands commands, IDiscordConnection connection, Task<BotIdentity> identity, ILogger logger, CancellationToken abandoning)
{
    // Who has been told that the bot cannot read their replies.
    private const int MaxTold = 1000;

    private static readonly Reply Hint = Reply.Private(
        "I cannot read a reply that does not ping me. Write it again with the ping on, mention me with your question, or use /ask.");

    private readonly LruCache<ulong, OneTimeFlag> _told = new(MaxTold);

    /// <summary>Answers a message.</summary>
    /// <param name="message">The message; one that a person wrote to the bot.</param>
    /// <param name="notice">What is said in place of an answer, or null.</param>
    /// <param name="place">Its place among the ongoing work.</param>
    public async Task AnswerAsync(IncomingMessage message, Reply? notice, WorkQueue.Place place)
    {
        try
        {
            // Its moderators want the channel quiet.
            if (!await commands.AnswersMentionsAsync(CallerFactory.Create(message).Server, message.ChannelId.ToString(CultureInfo.InvariantCulture), abandoning)) return;
            if (!message.IsReadable)
            {
                await HintAsync(message, place);
                return;
            }

            var parts = notice is null ? await AnswerToAsync(message) : ReplyRenderer.Render(notice);
            await SendAsync(message, parts, place);
        }
        catch (DiscordException e)
        {
            HandlerLog.NotReplied(logger, message.ChannelId, e.Message);
        }
        catch (OperationCanceledException)
        {
            HandlerLog.NotReplied(logger, message.ChannelId, "the bot was stopped");
        }
        catch (Exception e)
        {
            // The boundary of one message.
            HandlerLog.ReplyFailed(logger, message.ChannelId, e);
        }
    }

    private async Task HintAsync(IncomingMessage message, WorkQueue.Place place)
    {
        var hinted = _told.GetOrAdd(message.AuthorId, _ => new OneTimeFlag());
        if (!hinted.TrySet()) return;
        try
        {
            await SendAsync(message, ReplyRenderer.Render(Hint), place);
        }
        catch
        {
            hinted.Reset();
            throw;
        }
    }

    private async Task<IReadOnlyList<OutgoingMessage>> AnswerToAsync(IncomingMessage message)
    {
        var text = Places.WithoutMention(message.Content, await identity);
        HandlerLog.Asked(logger, message.ChannelId, text);
        var author = Places.Of(message.ChannelId, message.AuthorId);
        var invocation = text.Length == 0 ? CommandRequest.Create(HelpCommand.Name, author) : AskCommand.CreateRequest(text, author);
        return await commands.AnswerAsync(invocation with { Caller = CallerFactory.Create(message) }, abandoning);
    }

    private async Task SendAsync(IncomingMessage message, IReadOnlyList<OutgoingMessage> parts, WorkQueue.Place place)
    {
        // A channel’s limit may hold a post up for long.
        place.GiveUp();
        // Whoever is replied to may pick from a message in its place, so every part is a reply.
        ulong? replyTo = message.Id;
        for (var number = 0; number < parts.Count; number++)
        {
            var nonce = string.Create(CultureInfo.InvariantCulture, $"{message.Id}.{number}");
            try
            {
                await connection.SendMessageAsync(message.ChannelId, parts[number], nonce, replyTo, abandoning);
            }
            catch (RequestRefusedException e) when (replyTo is not null && e.Code == RequestRefusedException.CannotReplyWithoutHistory)
            {
                replyTo = null;
                await connection.SendMessageAsync(message.ChannelId, parts[number], nonce, null, abandoning);
            }
        }
    }
}
