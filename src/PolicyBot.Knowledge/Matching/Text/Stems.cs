namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>Computes the keys by which words are compared.</summary>
internal static class Stems
{
    /// <summary>Gets the key of a lower-case word: the hash of its stem.</summary>
    public static ulong GetKey(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[QuestionTokenizer.MaxWordLength + 1];
        if (word.Length > QuestionTokenizer.MaxWordLength) word = word[..QuestionTokenizer.MaxWordLength];
        word.CopyTo(buffer);
        var length = PorterStemmer.Stem(buffer, word.Length);
        return Hash.Compute(buffer[..length], 'w');
    }

    /// <summary>Gets the key of a lower-case word that is compared as typed.</summary>
    public static ulong GetTypedKey(ReadOnlySpan<char> word) => Hash.Compute(word, 'x');

    /// <summary>
    /// Gets the key of a concept (a person, an organisation, a synonym's head word, a kind of absent name).
    /// </summary>
    public static ulong GetConceptKey(ReadOnlySpan<char> id) => Hash.Compute(id, 'c');
}
