using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.Handlers;

/// <summary>
/// Runs some commands once the bot is connected, and sends nothing, so that the first users don't wait until .NET has
/// compiled them and the sentence encoder is loaded.
/// </summary>
/// <param name="commands">Runs the commands.</param>
/// <param name="connection">The connection to Discord.</param>
/// <param name="identity">Tells when the bot is connected.</param>
/// <param name="logger">The log.</param>
public sealed partial class WarmUp(
    CommandDispatcher commands, IDiscordConnection connection, BotIdentityProvider identity, ILogger<WarmUp> logger)
{
    // Nobody's, so nothing of it is counted. It also names the server that has no settings.
    private const string Conversation = "warm-up";

    // One that small talk answers, one that words decide in most articles, and one that needs the encoder.
    private static readonly string[] Questions =
        ["hello", "What is the article about?", "could anybody have done all this in another way?"];

    /// <summary>Waits until the bot is connected, and runs the commands. The articles should be loaded.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await identity.Identity.WaitAsync(cancellationToken);
            foreach (var question in Questions) await RunAsync(AskCommand.CreateRequest(question, Conversation));
            await RunAsync(CommandRequest.Create("quotes", Conversation));
            cancellationToken.ThrowIfCancellationRequested();
            // Reads settings, of which there are none. It isn't canceled: the database couldn't be stopped anyway.
            await commands.AnswersMentionsAsync(Conversation, Conversation, CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped before there was a question.
        }
        catch (Exception e)
        {
            // The boundary of the warm-up, which only saves time: users learn of their own errors.
            Log.Failed(logger, e);
        }

        async Task RunAsync(CommandRequest request)
        {
            var reply = await commands.DispatchAsync(request, cancellationToken);
            foreach (var message in ReplyRenderer.Render(FormRenderer.ToMessage(reply, isAfterForm: false)))
                connection.WarmUp(message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4013, LogLevel.Warning, "Failed to warm up. The first answers take longer.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
