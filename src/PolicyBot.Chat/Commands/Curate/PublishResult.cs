using PolicyBot.Chat.Curation;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>The result of publishing a change. Closed: one of the four records inside.</summary>
internal abstract record PublishResult
{
    private PublishResult()
    {
    }

    /// <summary>It is live.</summary>
    /// <param name="Number">The server's revision with it, which is also the number of a change.</param>
    /// <param name="AreDismissed">Whether the questions that it answers are off the list.</param>
    public sealed record Published(int Number, bool AreDismissed) : PublishResult;

    /// <summary>It was live before.</summary>
    public sealed record AlreadyPublished : PublishResult;

    /// <summary>The set has changed since the effects were computed; they were computed again.</summary>
    public sealed record Outdated(ProposalResult Result, CurationChange? Other) : PublishResult;

    /// <summary>The article can't be served now.</summary>
    public sealed record Unavailable : PublishResult;
}
