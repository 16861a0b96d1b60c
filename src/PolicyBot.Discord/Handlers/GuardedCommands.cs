using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.Handlers;

/// <summary>The bot’s commands, of which a fault is told to whoever called it, without its inside, and harms nobody else.</summary>
internal sealed class GuardedCommands(CommandDispatcher commands, ILogger logger)
{
    public CommandRequest OnMessage(string action, string text, string place) => commands.CreateRequestForMessage(action, text, place);

    public ValueTask<IReadOnlyList<AutocompleteChoice>> SuggestAsync(string option, CommandRequest invocation, int max, CancellationToken cancellationToken) =>
        commands.AutocompleteAsync(option, invocation, max, cancellationToken);

    public bool IsForManagers(string command) => commands.RequiresManageServer(command);

    public ValueTask<bool> AnswersMentionsAsync(string? community, string channel, CancellationToken cancellationToken) =>
        commands.AnswersMentionsAsync(community, channel, cancellationToken);

    /// <summary>Runs a command and draws its reply, pictures too.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> AnswerAsync(CommandRequest invocation, CancellationToken cancellationToken)
    {
        try
        {
            return ReplyRenderer.Render(await commands.DispatchAsync(invocation, cancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The boundary of one request.
            HandlerLog.Failed(logger, invocation.Command, e);
            return ReplyRenderer.Render(Reply.Private("Something went wrong on my side, and I could not answer that. Please try again a little later."));
        }
    }
}
