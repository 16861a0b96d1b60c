using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Verification;

/// <summary>
/// Whether a quotation has the article's words. It judges wording, never truth. Closed: one of the six nested records.
/// </summary>
public abstract record QuotationVerdict
{
    private QuotationVerdict()
    {
    }

    /// <summary>The quotation as it was given.</summary>
    public required string Quotation { get; init; }

    /// <summary>The article has these words in this order.</summary>
    /// <param name="Passage">The words as the article writes them; with an ellipsis, from the first to the
    /// last.</param>
    /// <param name="Speaker">Who says them in the article, or null if the article does itself.</param>
    public sealed record Verbatim(Passage Passage, string? Speaker) : QuotationVerdict
    {
        /// <summary>Whether quotation marks differ.</summary>
        public bool HasOtherQuotationMarks { get; init; }

        /// <summary>Whether dashes or hyphens have another form.</summary>
        public bool HasOtherDashes { get; init; }

        /// <summary>Whether spaces or line breaks differ.</summary>
        public bool HasOtherSpaces { get; init; }

        /// <summary>
        /// Whether the quotation marks an omission, which leaves out nothing that limits the statement.
        /// </summary>
        public bool IsShortened { get; init; }
    }

    /// <summary>The article has a similar passage, but other words.</summary>
    /// <param name="Passage">The passage.</param>
    /// <param name="Edits">Both texts, run by run, in order.</param>
    /// <param name="Facts">The names and figures among the differences.</param>
    public sealed record Altered(
        Passage Passage, IReadOnlyList<TextEdit> Edits, IReadOnlyList<FactDifference> Facts) : QuotationVerdict;

    /// <summary>The words are the article's, but the marked omission changes what they say.</summary>
    /// <param name="Passage">The article's words, from the first to the last.</param>
    /// <param name="Omitted">The omitted words that matter.</param>
    /// <param name="Kinds">What they do; at least one.</param>
    public sealed record Cut(Passage Passage, Passage Omitted, IReadOnlyList<CutKind> Kinds) : QuotationVerdict;

    /// <summary>The words are the article's, but somebody else says them.</summary>
    /// <param name="Passage">The words.</param>
    /// <param name="Claimed">The speaker that the quotation names.</param>
    /// <param name="Speaker">The speaker in the article, or null if the article says them itself.</param>
    public sealed record WrongSpeaker(Passage Passage, string Claimed, string? Speaker) : QuotationVerdict;

    /// <summary>The words come from different places of the article.</summary>
    /// <param name="Parts">The places, in the quotation's order; at least two.</param>
    public sealed record Joined(IReadOnlyList<Passage> Parts) : QuotationVerdict;

    /// <summary>The article has no such words.</summary>
    /// <param name="Closest">The closest sentence, or null if none shares a telling word.</param>
    /// <param name="Facts">The names and figures that this sentence states differently.</param>
    public sealed record NotFound(Passage? Closest, IReadOnlyList<FactDifference> Facts) : QuotationVerdict;
}
