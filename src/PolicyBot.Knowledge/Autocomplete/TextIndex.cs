using System.Runtime.InteropServices;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Autocomplete;

/// <summary>Indexes which texts use which words, and how.</summary>
internal sealed class TextIndex
{
    private readonly WordUse[][] _uses;

    public TextIndex(IReadOnlyList<(string Text, IReadOnlyList<string> Others)> texts)
    {
        var usesByWord = new Dictionary<string, List<WordUse>>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var reader = new QuestionTokenizer();
        for (var text = 0; text < texts.Count; text++)
        {
            var (ownText, others) = texts[text];
            Wordings += 1 + others.Count;
            foreach (var (word, (place, count)) in Read(reader, ownText, others))
            {
                var use = new WordUse(text, place, others.Count == 0 ? 0 : (float)count / others.Count);
                (CollectionsMarshal.GetValueRefOrAddDefault(usesByWord, word, out _) ??= []).Add(use);
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _) += count + (place < 0 ? 0 : 1);
            }
        }

        Words = new WordIndex(counts);
        _uses = new WordUse[Words.Count][];
        WordingsWith = new int[Words.Count];
        foreach (var (word, count) in counts)
        {
            var id = Words.GetNumber(word);
            (_uses[id], WordingsWith[id]) = ([.. usesByWord[word]], count);
        }
    }

    public WordIndex Words { get; }

    /// <summary>The number of wordings, including the texts themselves.</summary>
    public int Wordings { get; }

    /// <summary>The number of wordings that use a word, by the word's number.</summary>
    public int[] WordingsWith { get; }

    /// <summary>Gets the uses of a word, by its number.</summary>
    public ReadOnlySpan<WordUse> GetUses(int word) => _uses[word];

    // Reads the words of one text: the first position in it, and the number of other wordings that use the word.
    private static Dictionary<string, (int Place, int Count)> Read(
        QuestionTokenizer reader, string ownText, IReadOnlyList<string> others)
    {
        var words = new Dictionary<string, (int Place, int Count)>(StringComparer.Ordinal);
        var lastSeen = new Dictionary<string, int>(StringComparer.Ordinal);
        var wordsBySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var lastSeenBySpan = lastSeen.GetAlternateLookup<ReadOnlySpan<char>>();
        reader.Read(ownText);
        for (var i = 0; i < reader.Tokens.Length; i++) wordsBySpan.TryAdd(reader.GetText(reader.Tokens[i]), (i, 0));
        for (var other = 0; other < others.Count; other++)
        {
            reader.Read(others[other]);
            foreach (ref var token in reader.Tokens)
            {
                var word = reader.GetText(token);
                ref var seenIn = ref CollectionsMarshal.GetValueRefOrAddDefault(lastSeenBySpan, word, out var wasSeen);
                if (wasSeen && seenIn == other) continue;
                seenIn = other;
                ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(wordsBySpan, word, out var isKnown);
                use = (isKnown ? use.Place : -1, use.Count + 1);
            }
        }

        return words;
    }
}
