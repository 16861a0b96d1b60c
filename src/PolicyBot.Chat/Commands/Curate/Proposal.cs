using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.Knowledge.Diagnostics;
using PolicyBot.Knowledge.Evaluation.Effects;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>A change that a moderator wants to make, and what it would do. It is not published yet.</summary>
/// <param name="Edit">The change.</param>
/// <param name="Before">The set before it.</param>
/// <param name="After">The set with it, trained.</param>
/// <param name="Effects">Which questions would be answered in another way.</param>
internal sealed record Proposal(Edit Edit, CuratedSet Before, TrainedArticle After, EffectReport Effects)
{
    /// <summary>Its id in buttons.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is live.</summary>
    public bool IsPublished { get; init; }
}

/// <summary>What a moderator wants to change.</summary>
/// <param name="Author">The user's id, or <see cref="CurationChange.Operator"/>.</param>
/// <param name="Changes">The changes; empty for an undo.</param>
internal sealed record Edit(string Author, IReadOnlyList<SetChange> Changes)
{
    /// <summary>Why, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The change that is undone, or null.</summary>
    public CurationChange? Undone { get; init; }

    /// <summary>The stored questions that are dismissed when it is published.</summary>
    public IReadOnlyList<string> Resolved { get; init; } = [];

    /// <summary>The request that opens the form with what was entered, or null.</summary>
    public CommandRequest? EditAgain { get; init; }
}

/// <summary>What became of a change. Closed: one of the records inside.</summary>
internal abstract record ProposalResult
{
    private ProposalResult()
    {
    }

    /// <summary>It can be published.</summary>
    public sealed record Valid(Proposal Proposal) : ProposalResult;

    /// <summary>It doesn't apply to the set.</summary>
    public sealed record Invalid(IReadOnlyList<Diagnostic> Problems) : ProposalResult;
}

/// <summary>What became of a publication. Closed: one of the records inside.</summary>
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
