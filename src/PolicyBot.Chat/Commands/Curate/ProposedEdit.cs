using PolicyBot.Chat.Curation;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Curation.Layers;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>What a moderator wants to change.</summary>
/// <param name="Author">The user's id, or <see cref="CurationChange.Operator"/>.</param>
/// <param name="Changes">The changes; empty for an undo.</param>
internal sealed record ProposedEdit(string Author, IReadOnlyList<SetChange> Changes)
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
