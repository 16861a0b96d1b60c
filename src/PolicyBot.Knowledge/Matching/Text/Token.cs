namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>A word of a question, or several words for one concept.</summary>
/// <param name="Start">The start of its characters in the tokenizer's buffer.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="Key">The basis of its features: the hash of the stem, or of the concept.</param>
/// <param name="Kind">How the set knows it.</param>
/// <param name="Class">For a name, the hash of its class (person, organisation); otherwise 0.</param>
/// <param name="SourceStart">Its start in the original question.</param>
/// <param name="SourceEnd">Its exclusive end there.</param>
internal record struct Token(
    int Start, int Length, ulong Key, TokenKind Kind, ulong Class, int SourceStart, int SourceEnd)
{
    /// <summary>The hash of its characters, or of those it was read as.</summary>
    public ulong TypedKey { get; set; }

    /// <summary>Whether it is an English word that was read as another one, which the set uses.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Whether it is capitalized like a name: not the first word, and not everything is in capitals.</summary>
    public bool IsCapitalized { get; set; }

    // Longer ones are no words and would fill the screen.
    private const int MaxShown = 100;

    /// <summary>Gets the word as typed, truncated to 100 characters.</summary>
    public readonly string GetSourceText(string question)
    {
        var word = question[SourceStart..SourceEnd];
        return word.Length <= MaxShown ? word : WholeCharacters.Truncate(word, MaxShown - 1) + "…";
    }
}
