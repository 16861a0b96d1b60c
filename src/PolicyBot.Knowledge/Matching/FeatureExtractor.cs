using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>
/// Extracts the features of a resolved question: words, bigrams, pairs of nearby words, and the character n-grams of
/// each word.
/// </summary>
internal static class FeatureExtractor
{
    // No normal question has more; the rest of a very long one is ignored.
    private const int MaxGroups = 128;

    private static readonly ulong Edge = Hash.Compute("", 'e');

    /// <summary>Appends the features of words, bigrams and pairs.</summary>
    public static void AddWordFeatures(ReadOnlySpan<Token> tokens, MatcherOptions options, FeatureBuffer features)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var key = tokens[i].Key;
            features.Add(key, options.WordWeight);
            foreach (var group in EnglishThesaurus.GetGroups(key)) features.Add(group, options.GroupWeight);
            features.Add(Hash.Combine(i == 0 ? Edge : tokens[i - 1].Key, key, 'b'), options.BigramWeight);
            for (var j = i + 2; j < tokens.Length && j <= i + options.PairWindow; j++)
            {
                var other = tokens[j].Key;
                features.Add(
                    key < other ? Hash.Combine(key, other, 'p') : Hash.Combine(other, key, 'p'), options.PairWeight);
            }
        }

        if (tokens.Length > 0) features.Add(Hash.Combine(tokens[^1].Key, Edge, 'b'), options.BigramWeight);
    }

    /// <summary>Appends the pairs of nearby thesaurus groups, and of name classes with nearby words.</summary>
    public static void AddGroupPairs(ReadOnlySpan<Token> tokens, MatcherOptions options, FeatureBuffer features)
    {
        Span<(int At, ulong Group)> groups = stackalloc (int, ulong)[MaxGroups];
        var count = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Class != 0) AddClassPairs(tokens, i, options, features);
            foreach (var group in EnglishThesaurus.GetGroups(tokens[i].Key))
            {
                if (count < MaxGroups) groups[count++] = (i, group);
            }
        }

        for (var i = 0; i < count; i++)
        {
            var (at, group) = groups[i];
            for (var j = i + 1; j < count && groups[j].At <= at + options.PairWindow; j++)
            {
                var other = groups[j].Group;
                if (groups[j].At > at)
                    features.Add(
                        Hash.Combine(Math.Min(group, other), Math.Max(group, other), 'q'), options.GroupPairWeight);
            }
        }
    }

    // "When did <a person> become …" is the same question for every person.
    private static void AddClassPairs(
        ReadOnlySpan<Token> tokens, int at, MatcherOptions options, FeatureBuffer features)
    {
        features.Add(tokens[at].Class, options.GroupWeight);
        for (var j = Math.Max(0, at - options.PairWindow); j < tokens.Length && j <= at + options.PairWindow; j++)
        {
            if (j != at)
                features.Add(Hash.Combine(tokens[at].Class, tokens[j].Key, j < at ? 'r' : 's'), options.PairWeight);
        }
    }

    /// <summary>Appends the character n-grams of one word, with its edges marked.</summary>
    public static void AddGrams(ReadOnlySpan<char> word, MatcherOptions options, FeatureBuffer features)
    {
        Span<char> marked = stackalloc char[QuestionTokenizer.MaxWordLength + 2];
        marked[0] = '^';
        word.CopyTo(marked[1..]);
        marked[word.Length + 1] = '$';
        marked = marked[..(word.Length + 2)];
        for (var n = options.MinGram; n <= options.MaxGram; n++)
        {
            for (var i = 0; i + n <= marked.Length; i++)
                features.Add(Hash.Compute(marked.Slice(i, n), 'g'), options.GramWeight);
        }
    }
}
