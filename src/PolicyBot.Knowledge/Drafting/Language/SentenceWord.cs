namespace PolicyBot.Knowledge.Drafting.Language;

/// <summary>A word of the article, with its position in the body.</summary>
/// <param name="Text">The word as written, without the possessive ending.</param>
/// <param name="Start">Its position in the body.</param>
/// <param name="End">One past its last character, including a possessive ending.</param>
/// <param name="IsPossessive">Whether “’s” follows.</param>
/// <param name="Gap">What separates it from the word before, or from the beginning of the sentence.</param>
internal sealed record SentenceWord(string Text, int Start, int End, bool IsPossessive, string Gap)
{
    /// <summary>The word in lower case, without a full stop at its end.</summary>
    public string Key { get; } = Text.ToLowerInvariant().TrimEnd('.');

    /// <summary>Whether it begins with a capital letter.</summary>
    public bool IsCapitalized => char.IsUpper(Text[0]);

    /// <summary>Whether it consists of capital letters, at least two.</summary>
    public bool IsAcronym => Text.Length > 1 && Text.All(c => char.IsUpper(c) || c == '.');

    /// <summary>Whether it has a digit.</summary>
    public bool HasDigit => Text.Any(char.IsAsciiDigit);

    /// <summary>Whether only a space separates it from the word before.</summary>
    public bool IsAdjacent => Gap == " ";

    /// <summary>Whether a quotation begins just before it.</summary>
    public bool OpensQuotation => Gap.Length > 0 && Gap[^1] is '“' or '"' or '‘';
}
