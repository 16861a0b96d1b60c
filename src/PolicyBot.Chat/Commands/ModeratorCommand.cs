using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Storage;

namespace PolicyBot.Chat.Commands;

/// <summary>A command for those who may manage a server; what it says, nobody else sees.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does.</param>
/// <param name="options">Its options.</param>
internal abstract class ModeratorCommand(string name, string description, IReadOnlyList<CommandOption> options) : IServerCommand
{
    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new(name, description, options) { RequiresManageServer = true };

    /// <inheritdoc/>
    public async ValueTask<Reply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.Caller is not { Server: { } community } caller) return Reply.Private("That is about a server that has added me. Call it there.");
        // A server may have given the command to others; what it does is for managers all the same.
        if (!caller.CanManageServer) return Reply.Private("Only those who may manage this server can do that. Ask one of them.");
        try
        {
            return await RunAsync(new ModeratorContext(request, community, caller.User), cancellationToken) with { IsPrivate = true };
        }
        catch (StoreUnavailableException e)
        {
            return Reply.Private($"I could not look that up or keep it: {e.Message} Nothing was changed.");
        }
    }

    /// <inheritdoc/>
    public virtual ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string name, CommandRequest request, int max, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<AutocompleteChoice>>([]);

    /// <summary>Does it for somebody who may.</summary>
    protected abstract Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken);
}
