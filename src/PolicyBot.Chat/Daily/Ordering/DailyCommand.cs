using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;

namespace PolicyBot.Chat.Daily.Ordering;

/// <summary>One of the commands <c>/daily …</c>, for those who may manage the server; what they say, nobody else sees.</summary>
/// <param name="name">Its name behind <c>daily</c>.</param>
/// <param name="description">What it does.</param>
/// <param name="options">Its options.</param>
internal abstract class DailyCommand(string name, string description, IReadOnlyList<CommandOption> options) : ICommand
{
    /// <summary>The word that all of them begin with.</summary>
    public const string Group = "daily";

    /// <summary>The option that names a channel.</summary>
    protected const string ChannelOption = "channel";

    public CommandDefinition Definition { get; } = new($"{Group} {name}", description, options) { IsForManagers = true };

    public async ValueTask<Reply> RunAsync(Invocation invocation, ServedArticle article, CancellationToken cancellationToken)
    {
        if (invocation.Caller is not { Community: { } community } caller) return Reply.Aside("Daily posts go to the channels of a server. Call this there.");
        if (!caller.MayManage) return Reply.Aside("Only those who may manage this server can order daily posts. Ask one of them.");
        try
        {
            return await RunAsync(new DailyCall(invocation, community, caller.User, article), cancellationToken).ConfigureAwait(false) with { IsPrivate = true };
        }
        catch (StoreUnavailableException e)
        {
            return Reply.Aside($"I could not look that up or keep it: {e.Message} Nothing was changed.");
        }
    }

    public virtual IReadOnlyList<OptionSuggestion> Suggest(string name, Invocation invocation, ServedArticle article, int max) => [];

    /// <summary>Does it for somebody who may.</summary>
    protected abstract Task<Reply> RunAsync(DailyCall call, CancellationToken cancellationToken);

    /// <summary>The option for a channel that has a daily post.</summary>
    protected static CommandOption OfChannel(string description) => new(ChannelOption, description) { Kind = OptionKind.Channel, IsRequired = true };

    /// <summary>Says that a channel has none.</summary>
    protected static Reply NoneThere() => Reply.Aside("That channel has no daily post. /daily set orders one.");
}
