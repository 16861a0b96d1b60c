namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>Corrects a word with one typo to the most common English word it may be.</summary>
internal static class EnglishSpelling
{
    private const int MinLength = 4;
    private const int MaxLength = 20;

    /// <summary>
    /// Finds the most common word that differs by one letter inserted, deleted, replaced or swapped with its neighbor.
    /// </summary>
    /// <param name="typed">A word in lower case that is not English.</param>
    /// <returns>The word; null if there is no such word, or the typed one is too short.</returns>
    public static string? Correct(ReadOnlySpan<char> typed)
    {
        if (typed.Length is < MinLength or > MaxLength || typed.ContainsAnyExceptInRange('a', 'z')) return null;
        var best = new Best();
        Span<char> buffer = stackalloc char[MaxLength + 1];
        TrySameLength(typed, buffer[..typed.Length], ref best);
        TryShorter(typed, buffer[..(typed.Length - 1)], ref best);
        TryLonger(typed, buffer[..(typed.Length + 1)], ref best);
        return best.Word;
    }

    private static void TrySameLength(ReadOnlySpan<char> typed, Span<char> word, ref Best best)
    {
        typed.CopyTo(word);
        for (var i = 0; i < word.Length; i++)
        {
            if (i + 1 < word.Length && typed[i] != typed[i + 1])
            {
                (word[i], word[i + 1]) = (typed[i + 1], typed[i]);
                best.Consider(word);
                word[i + 1] = typed[i + 1];
            }

            for (var letter = 'a'; letter <= 'z'; letter++)
            {
                word[i] = letter;
                best.Consider(word);
            }

            word[i] = typed[i];
        }
    }

    private static void TryShorter(ReadOnlySpan<char> typed, Span<char> word, ref Best best)
    {
        typed[1..].CopyTo(word);
        for (var i = 0; i < typed.Length; i++)
        {
            best.Consider(word);
            if (i < word.Length) word[i] = typed[i];
        }
    }

    private static void TryLonger(ReadOnlySpan<char> typed, Span<char> word, ref Best best)
    {
        typed.CopyTo(word[1..]);
        for (var i = 0; i < word.Length; i++)
        {
            for (var letter = 'a'; letter <= 'z'; letter++)
            {
                word[i] = letter;
                best.Consider(word);
            }

            if (i < typed.Length) word[i] = typed[i];
        }
    }

    private struct Best()
    {
        private int _rank = int.MaxValue;

        public string? Word { get; private set; }

        public void Consider(ReadOnlySpan<char> word)
        {
            var rank = EnglishLexicon.GetRank(word);
            if (rank < 0 || rank >= _rank) return;
            (_rank, Word) = (rank, word.ToString());
        }
    }
}
