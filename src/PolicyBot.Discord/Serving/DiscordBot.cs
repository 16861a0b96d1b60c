using System.Globalization;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;
using PolicyBot.Discord.Connecting;
using PolicyBot.Discord.Messages;
using PolicyBot.Discord.Registering;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.Serving;

/// <summary>The bot on Discord: events become invocations, and replies become messages.</summary>
internal sealed class DiscordBot(
    CommandDispatcher commands, IDiscordConnection connection, CommandRegistrar registrar, TimeProvider time, ILogger<DiscordBot> logger) : IDiscordEvents, IDisposable
{
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(10);

    private readonly OngoingWork work = new();
    private readonly TaskCompletionSource<BotIdentity> firstReady = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource abandoning = new();

    /// <summary>Serves until told to stop.</summary>
    /// <exception cref="ConnectionRefusedException">Discord will never let it in.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var registering = RegisterAsync(ended.Token);
        try
        {
            await connection.RunAsync(this, stopping).ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await registering.ConfigureAwait(false);
        }
    }

    // A later session is the same bot's: what was done at the start holds on.
    public void OnReady(BotIdentity identity) => firstReady.TrySetResult(identity);

    public void OnInteraction(Interaction interaction)
    {
        // From here on it is responded to in time, however long it waits for its turn.
        var response = new ResponseInTime(interaction, time, abandoning.Token);
        work.Start(place => AnswerAsync(interaction, response, place));
    }

    public void OnMessage(IncomingMessage message)
    {
        if (message.IsFromPerson && (message.IsDirect || message.MentionsBot)) work.Start(place => ReplyAsync(message, place));
    }

    public async Task DrainAsync()
    {
        try
        {
            await work.DrainAsync().WaitAsync(DrainTimeout, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await abandoning.CancelAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => abandoning.Dispose();

    private static string Place(ulong channel, ulong user) => string.Create(CultureInfo.InvariantCulture, $"{channel}/{user}");

    private static string WithoutMention(string content, ulong bot) =>
        content.Replace($"<@{bot}>", "", StringComparison.Ordinal).Replace($"<@!{bot}>", "", StringComparison.Ordinal).Trim();

    private async Task RegisterAsync(CancellationToken stopping)
    {
        try
        {
            var identity = await firstReady.Task.WaitAsync(stopping).ConfigureAwait(false);
            await registrar.RegisterAsync(identity.Application, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped first.
        }
        catch (Exception e)
        {
            // The boundary of the registration: whatever is wrong with it, the bot serves on.
            ServingLog.RegistrationFailed(logger, e);
        }
    }

    private async Task AnswerAsync(Interaction interaction, ResponseInTime response, OngoingWork.Place place)
    {
        try
        {
            // Once it is deferred there is time, and others need the place more.
            response.OnDeferred(place.GiveUp);
            await response.AnswerAsync(ReplyRenderer.Render(await AskAsync(interaction).ConfigureAwait(false))).ConfigureAwait(false);
        }
        catch (DiscordException e)
        {
            ServingLog.NotAnswered(logger, interaction.Command, e.Message);
        }
        catch (OperationCanceledException)
        {
            ServingLog.NotAnswered(logger, interaction.Command, "the bot was stopped");
        }
        catch (Exception e)
        {
            // The boundary of one interaction.
            ServingLog.Failed(logger, interaction.Command, e);
        }
        finally
        {
            await response.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<Reply> AskAsync(Interaction interaction)
    {
        var invocation = new Invocation(interaction.Command, interaction.Options, Place(interaction.Channel, interaction.User));
        foreach (var value in interaction.Options.Values) ServingLog.Asked(logger, interaction.Channel, value);
        return await DispatchAsync(invocation).ConfigureAwait(false);
    }

    private async Task ReplyAsync(IncomingMessage message, OngoingWork.Place place)
    {
        try
        {
            var bot = await firstReady.Task.ConfigureAwait(false);
            var text = WithoutMention(message.Content, bot.User);
            ServingLog.Asked(logger, message.Channel, text);
            var author = Place(message.Channel, message.Author);
            var reply = await DispatchAsync(text.Length == 0 ? Invocation.Of(BotCommands.Help, author) : Invocation.ToAsk(text, author)).ConfigureAwait(false);
            // A channel's limit may hold a post up for long.
            place.GiveUp();
            await SendAsync(message, ReplyRenderer.Render(reply)).ConfigureAwait(false);
        }
        catch (DiscordException e)
        {
            ServingLog.NotReplied(logger, message.Channel, e.Message);
        }
        catch (OperationCanceledException)
        {
            ServingLog.NotReplied(logger, message.Channel, "the bot was stopped");
        }
        catch (Exception e)
        {
            // The boundary of one message.
            ServingLog.ReplyFailed(logger, message.Channel, e);
        }
    }

    private async Task SendAsync(IncomingMessage message, IReadOnlyList<OutgoingMessage> parts)
    {
        for (var number = 0; number < parts.Count; number++)
        {
            var nonce = string.Create(CultureInfo.InvariantCulture, $"{message.Id}.{number}");
            ulong? replyTo = number == 0 ? message.Id : null;
            try
            {
                await connection.SendMessageAsync(message.Channel, parts[number], nonce, replyTo, abandoning.Token).ConfigureAwait(false);
            }
            catch (RequestRefusedException e) when (replyTo is not null && e.Code == RequestRefusedException.NoHistoryToReplyIn)
            {
                await connection.SendMessageAsync(message.Channel, parts[number], nonce, null, abandoning.Token).ConfigureAwait(false);
            }
        }
    }

    // The boundary of one request: a fault in a command is told to whoever called it, without its inside, and harms nobody else.
    private async Task<Reply> DispatchAsync(Invocation invocation)
    {
        try
        {
            return await commands.DispatchAsync(invocation, abandoning.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            ServingLog.Failed(logger, invocation.Command, e);
            return Reply.Aside("Something went wrong on my side, and I could not answer that. Please try again a little later.");
        }
    }
}
