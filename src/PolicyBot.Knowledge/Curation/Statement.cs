using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation;

/// <summary>A sentence that the bot says, with its evidence in the article.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Evidence">
/// At least one passage; every name and number of the sentence appears in one of them. Empty in the answer to a
/// server's own question.
/// </param>
public sealed record Statement(string Text, IReadOnlyList<Passage> Evidence)
{
    /// <summary>Why a person must check the sentence first; null if it is not marked.</summary>
    public string? Review { get; init; }

    /// <summary>Whether some of its evidence is only in an earlier version of the article.</summary>
    internal bool IsWithheld { get; init; }

    /// <summary>Whether it repeats one of its evidence passages word for word.</summary>
    public bool RepeatsEvidence => Evidence.Any(e => string.Equals(Trim(e.Text), Trim(Text), StringComparison.Ordinal));

    private static string Trim(string text) => text.Trim(' ', '\n', '.', '“', '”', '"');
}
