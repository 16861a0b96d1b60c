using System.Globalization;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;
using PolicyBot.Discord.Connecting;
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

    public void OnInteraction(Interaction interaction) => work.Start(place => AnswerAsync(interaction, place));

    public void OnMessage(IncomingMessage message)
    {
        if (message.IsFromPerson && (message.IsDirect || message.MentionsBot)) work.Start(_ => ReplyAsync(message));
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
    }

    private async Task AnswerAsync(Interaction interaction, OngoingWork.Place place)
    {
        // Once it is deferred there is time, and others need the place more.
        await using var response = new ResponseInTime(interaction, place.GiveUp, time, abandoning.Token);
        try
        {
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
    }

    private async Task<Reply> AskAsync(Interaction interaction)
    {
        var invocation = new Invocation(interaction.Command, interaction.Options, Place(interaction.Channel, interaction.User));
        foreach (var value in interaction.Options.Values) ServingLog.Asked(logger, interaction.Channel, value);
        return await DispatchAsync(invocation).ConfigureAwait(false);
    }

    private async Task ReplyAsync(IncomingMessage message)
    {
        try
        {
            var bot = await firstReady.Task.ConfigureAwait(false);
            var text = WithoutMention(message.Content, bot.User);
            ServingLog.Asked(logger, message.Channel, text);
            var place = Place(message.Channel, message.Author);
            var reply = await DispatchAsync(text.Length == 0 ? Invocation.Of(BotCommands.Help, place) : Invocation.ToAsk(text, place)).ConfigureAwait(false);
            var number = 0;
            foreach (var part in ReplyRenderer.Render(reply))
            {
                var nonce = string.Create(CultureInfo.InvariantCulture, $"{message.Id}.{number}");
                await connection.SendMessageAsync(message.Channel, part, nonce, number == 0 ? message.Id : null, abandoning.Token).ConfigureAwait(false);
                number++;
            }
        }
        catch (DiscordException e)
        {
            ServingLog.NotReplied(logger, message.Channel, e.Message);
        }
        catch (OperationCanceledException)
        {
            ServingLog.NotReplied(logger, message.Channel, "the bot was stopped");
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
