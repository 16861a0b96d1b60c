using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// A command for moderators: those to whom the platform allows it, by default users with the permission to manage the
/// server. Its replies are private.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does.</param>
/// <param name="options">Its options.</param>
internal abstract class ModeratorCommand(
    string name, string description, IReadOnlyList<CommandOption> options) : ICommand
{
    /// <inheritdoc/>
    public virtual CommandDefinition Definition { get; } =
        new(name, description, options) { RequiresManageServer = true, UsesArticle = false };

    /// <inheritdoc/>
    public async ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (request.Caller is not { Server: { } server } caller) return Reply.Private(ModeratorTexts.NotInAServer);
        // A platform may withhold the command, but not the buttons under its replies.
        if (!await request.MayUseAsync(Definition.Name, cancellationToken))
            return Reply.Private(ModeratorTexts.NotAllowed(Definition.Name));
        try
        {
            var reply = await RunAsync(new ModeratorContext(request, server, caller.User), cancellationToken);
            return reply with { IsPrivate = true };
        }
        catch (StoreUnavailableException e)
        {
            // The message whose button was pressed stays, so that it can be pressed again.
            return Reply.Refusal(ModeratorTexts.StoreUnavailable(e.Message)) with
            {
                IsFollowUp = request.IsFromComponent,
            };
        }
    }

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<AutocompleteChoice>>([]);

    /// <summary>Runs the command for a moderator.</summary>
    protected abstract Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken);
}
