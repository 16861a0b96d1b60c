using NodaTime;
using PolicyBot.Knowledge.Curation.Layers;

namespace PolicyBot.Chat.Curation;

/// <summary>What a moderator changed in a server's set, in one go.</summary>
/// <param name="Number">Its number in the server, from 1; later changes have higher ones.</param>
/// <param name="Article">The article's name.</param>
/// <param name="At">When it was published.</param>
/// <param name="Author">
/// The user's id on the platform, or <see cref="Operator"/>; null if names were erased.
/// </param>
/// <param name="Reason">Why, in the author's words; or null.</param>
/// <param name="Changes">What was changed, in order; at least one.</param>
public sealed record CurationChange(
    int Number, string Article, Instant At, string? Author, string? Reason, IReadOnlyList<SetChange> Changes)
{
    /// <summary>The author of changes made in the terminal.</summary>
    public const string Operator = "operator";

    /// <summary>When it was undone, or null.</summary>
    public Instant? UndoneAt { get; init; }

    /// <summary>Who undid it, as in <see cref="Author"/>; null if it wasn't undone, or if names were erased.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>Lists what some changes changed, in order, with the number of the change.</summary>
    public static IReadOnlyList<NumberedChange> ListChanges(IEnumerable<CurationChange> changes) =>
        [.. changes.SelectMany(c => c.Changes, (c, change) => new NumberedChange(c.Number, change))];
}
