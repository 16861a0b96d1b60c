using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>Names the features of a resolved question: words, neighbours, pairs that stand near each other, and the letters of each word.</summary>
internal static class FeatureExtractor
{
    // No question of sensible length has more; an endless one is cut.
    private const int MaxGroups = 128;

    private static readonly ulong Edge = Hash.Compute("", 'e');

    /// <summary>Appends the features of words, neighbours and pairs.</summary>
    public static void AddWordFeatures(ReadOnlySpan<Token> tokens, MatcherOptions options, FeatureBuffer sink)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var key = tokens[i].Key;
            sink.Add(key, options.WordWeight);
            foreach (var group in EnglishThesaurus.GetGroups(key)) sink.Add(group, options.GroupWeight);
            sink.Add(Hash.Combine(i == 0 ? Edge : tokens[i - 1].Key, key, 'b'), options.BigramWeight);
            for (var j = i + 2; j < tokens.Length && j <= i + options.PairWindow; j++)
            {
                var other = tokens[j].Key;
                sink.Add(key < other ? Hash.Combine(key, other, 'p') : Hash.Combine(other, key, 'p'), options.PairWeight);
            }
        }

        if (tokens.Length > 0) sink.Add(Hash.Combine(tokens[^1].Key, Edge, 'b'), options.BigramWeight);
    }

    /// <summary>Appends the pairs of thesaurus groups, and of classes of names with any word, that stand near each other.</summary>
    public static void AddGroupPairs(ReadOnlySpan<Token> tokens, MatcherOptions options, FeatureBuffer sink)
    {
        Span<(int At, ulong Group)> groups = stackalloc (int, ulong)[MaxGroups];
        var count = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Class != 0) AddClassPairs(tokens, i, options, sink);
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
                if (groups[j].At > at) sink.Add(Hash.Combine(Math.Min(group, other), Math.Max(group, other), 'q'), options.GroupPairWeight);
            }
        }
    }

    // "When did <a person> become …" is the same question of whomever it is asked.
    private static void AddClassPairs(ReadOnlySpan<Token> tokens, int at, MatcherOptions options, FeatureBuffer sink)
    {
        sink.Add(tokens[at].Class, options.GroupWeight);
        for (var j = Math.Max(0, at - options.PairWindow); j < tokens.Length && j <= at + options.PairWindow; j++)
        {
            if (j != at) sink.Add(Hash.Combine(tokens[at].Class, tokens[j].Key, j < at ? 'r' : 's'), options.PairWeight);
        }
    }

    /// <summary>Appends the runs of letters of one word, its edges marked.</summary>
    public static void AddGrams(ReadOnlySpan<char> word, MatcherOptions options, FeatureBuffer sink)
    {
        Span<char> marked = stackalloc char[QuestionTokenizer.MaxWordLength + 2];
        marked[0] = '^';
        word.CopyTo(marked[1..]);
        marked[word.Length + 1] = '$';
        marked = marked[..(word.Length + 2)];
        for (var n = options.MinGram; n <= options.MaxGram; n++)
        {
            for (var i = 0; i + n <= marked.Length; i++) sink.Add(Hash.Compute(marked.Slice(i, n), 'g'), options.GramWeight);
        }
    }
}
