namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>One word of a question, or several that stand for one concept.</summary>
/// <param name="Start">Where its characters begin in <see cref="QuestionTokenizer"/>' own buffer.</param>
/// <param name="Length">How many characters.</param>
/// <param name="Key">What features are made from: the hash of the stem, or of the concept.</param>
/// <param name="Kind">How it is known.</param>
/// <param name="Class">For a name, the hash of what it is a name of (a person, an organisation); else 0.</param>
/// <param name="SourceStart">Where it begins in the question as asked.</param>
/// <param name="SourceEnd">One past where it ends there.</param>
internal record struct Token(int Start, int Length, ulong Key, TokenKind Kind, ulong Class, int SourceStart, int SourceEnd)
{
    /// <summary>The hash of its characters, or of those that it was read as.</summary>
    public ulong TypedKey { get; set; }

    /// <summary>Whether it is an English word that was read as another one, which the set knows.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Whether it is written as a name is: with a capital, after the first word, unless all is.</summary>
    public bool IsCapitalized { get; set; }

    // No word is longer; what is would fill the reader's screen.
    private const int MaxShown = 100;

    /// <summary>The word as asked, to be shown again: cut where it is longer than any word.</summary>
    public readonly string GetSourceText(string question)
    {
        if (SourceEnd - SourceStart <= MaxShown) return question[SourceStart..SourceEnd];
        // A character of two units is not parted.
        var end = SourceStart + MaxShown - 1;
        return question[SourceStart..(char.IsHighSurrogate(question[end - 1]) ? end - 1 : end)] + "…";
    }
}
