using PolicyBot.Knowledge.Matching;

namespace PolicyBot.Knowledge.Autocomplete;

/// <summary>
/// Finds the texts that match partly typed input; the last word may be unfinished, and words may be mistyped. Indexed
/// on first use; thread-safe.
/// </summary>
public sealed class TextCompleter
{
    /// <summary>The maximum number of typed words; further ones are ignored.</summary>
    public const int MaxWords = 24;

    // The weight of a word that only other wordings use; one in the text itself counts 1, and 2 in its place at the
    // beginning.
    private const float WeightOfOthers = 0.5f;

    // Texts with a smaller share of the best score are left out.
    private const float MinShareOfBest = 0.15f;

    private readonly int _count;
    private readonly bool _matchAllWords;
    private readonly Lazy<TextIndex> _index;

    /// <summary>Creates a completer for texts without other wordings.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="matchAllWords">Whether a text must match every typed word.</param>
    public TextCompleter(IReadOnlyList<string> texts, bool matchAllWords = false)
        : this([.. texts.Select(t => (t, (IReadOnlyList<string>)[]))], matchAllWords)
    {
    }

    internal TextCompleter(IReadOnlyList<(string Text, IReadOnlyList<string> Others)> texts, bool matchAllWords)
    {
        _count = texts.Count;
        _matchAllWords = matchAllWords;
        _index = new Lazy<TextIndex>(() => new TextIndex(texts));
    }

    /// <summary>Finds the indexes of the matching texts, best first; equally good ones keep their order.</summary>
    /// <param name="typed">The typed text; any text is allowed.</param>
    /// <param name="max">The maximum number of texts.</param>
    /// <returns>The indexes, or null if the typed text has no word, so that every text matches.</returns>
    public IReadOnlyList<int>? Complete(string typed, int max)
    {
        var words = Scratch.Current.Words;
        words.Read(typed, isUnfinished: true);
        if (words.Tokens.IsEmpty) return null;
        if (max <= 0) return [];

        var tallies = new Tally[_count];
        var found = new List<int>();
        var read = Math.Min(words.Tokens.Length, MaxWords);
        for (var i = 0; i < read; i++)
        {
            _index.Value.Words.Find(words.GetText(words.Tokens[i]), words.Tokens[i].SourceEnd < typed.Length, found);
            if (found.Count > 0) AddMatches(found, i, tallies);
        }

        return SelectBest(tallies, _matchAllWords ? read : 1, max);
    }

    private static int[] SelectBest(Tally[] tallies, int leastFits, int max)
    {
        var best = 0f;
        foreach (ref var tally in tallies.AsSpan()) best = Math.Max(best, tally.Score);
        var keys = new List<(float Score, int Text)>(tallies.Length);
        for (var text = 0; text < tallies.Length; text++)
        {
            if (tallies[text].Fits >= leastFits && tallies[text].Score >= best * MinShareOfBest)
                keys.Add((-tallies[text].Score, text));
        }

        keys.Sort();
        var numbers = new int[Math.Min(max, keys.Count)];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = keys[i].Text;
        return numbers;
    }

    // All words that the typed one may mean count as one word; the less of it is typed, the more common it is.
    private void AddMatches(List<int> found, int typedWord, Tally[] tallies)
    {
        var wordings = 0;
        foreach (var word in found)
        {
            wordings += _index.Value.WordingsWith[word];
            foreach (ref readonly var use in _index.Value.GetUses(word))
            {
                ref var tally = ref tallies[use.Text];
                tally.IsHit = true;
                tally.Share += use.Share;
                tally.IsOwn |= use.Place >= 0;
                tally.IsInPlace |= use.Place == typedWord && tally.InPlace == typedWord;
            }
        }

        var rarity = MathF.Log(1 + ((float)_index.Value.Wordings / wordings));
        foreach (ref var tally in tallies.AsSpan())
        {
            if (tally.IsHit) tally.Count(rarity, WeightOfOthers);
        }
    }
}
