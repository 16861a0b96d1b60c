using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Verification;

/// <summary>A word or a punctuation mark of a text, as quotations are compared.</summary>
/// <param name="Text">
/// Its characters with plain apostrophes and hyphens, in Unicode's composed form; <see cref="Dash"/> for a dash between
/// words, <see cref="Ellipsis"/> for an omission.
/// </param>
/// <param name="Span">Its position in the text.</param>
/// <param name="IsWord">Whether it is a word or a number.</param>
internal readonly record struct VerbatimToken(string Text, TextSpan Span, bool IsWord)
{
    public const string Dash = "–";
    public const string Ellipsis = "…";

    /// <summary>Whether it marks an omission.</summary>
    public bool IsEllipsis => !IsWord && Text == Ellipsis;

    /// <summary>Whether a quotation may end with it or lack it at its end without being changed.</summary>
    public bool IsNeutralAtEnds => !IsWord && Text is "." or "," or ";" or ":" or Dash or "(" or ")" or "[" or "]";

    /// <summary>Whether two tokens are the same.</summary>
    /// <param name="other">The other token.</param>
    /// <param name="ignoreCase">Whether case may differ, as in the first word of a quotation.</param>
    public bool Matches(VerbatimToken other, bool ignoreCase) =>
        IsWord == other.IsWord
        && string.Equals(
            Text, other.Text, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
