using PolicyBot.Chat.Articles;
using PolicyBot.Knowledge.Evaluation.Effects;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>A change that a moderator wants to make, and what it would do. It is not published yet.</summary>
/// <param name="Edit">The change.</param>
/// <param name="Before">The set before it.</param>
/// <param name="After">The set with it, trained.</param>
/// <param name="Effects">Which questions would be answered in another way.</param>
internal sealed record Proposal(ProposedEdit Edit, CuratedSet Before, TrainedArticle After, EffectReport Effects)
{
    /// <summary>Its id in buttons.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is live.</summary>
    public bool IsPublished { get; init; }
}
