using System.Runtime.InteropServices;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching.Training;

/// <summary>The phrasings of a set as unit vectors, grouped by entry, with the features and their rarity.</summary>
internal sealed class Corpus
{
    // The approximate number of new features per phrasing, to avoid resizing.
    private const int FeaturesPerPhrasing = 12;

    private readonly int[] _firstExample;
    private readonly List<Use> _uses = [];
    private readonly List<int> _readIds = [];
    private readonly List<float> _readWeights = [];

    public Corpus(TrainingSet set, Vocabulary vocabulary, MatcherOptions options)
    {
        Entries = set.Phrasings.Count;
        _firstExample = new int[Entries + 1];
        for (var e = 0; e < Entries; e++) _firstExample[e + 1] = _firstExample[e] + set.Phrasings[e].Count;
        ExampleEntries = new int[_firstExample[Entries]];
        Examples = new SparseVector[ExampleEntries.Length];
        Features = new HashIndex(ExampleEntries.Length * FeaturesPerPhrasing);

        var raw = new (int[] Ids, float[] Weights)[ExampleEntries.Length];
        var words = new QuestionTokenizer();
        var buffer = new FeatureBuffer();
        for (var e = 0; e < Entries; e++)
        {
            for (var p = 0; p < set.Phrasings[e].Count; p++)
            {
                words.Read(set.Phrasings[e][p]);
                vocabulary.Resolve(words);
                var at = _firstExample[e] + p;
                ExampleEntries[at] = e;
                raw[at] = Read(words, at, options, buffer);
            }
        }

        Rarity = new float[Features.Count];
        for (var f = 0; f < Rarity.Length; f++)
            Rarity[f] = MathF.Pow(MathF.Log(1f + ((float)Entries / _uses[f].Entries)), options.RarityPower);
        MaxRarity = MathF.Pow(MathF.Log(1f + Entries), options.RarityPower);
        for (var i = 0; i < raw.Length; i++) Examples[i] = ToUnit(raw[i].Ids, raw[i].Weights);
    }

    public int Entries { get; }

    public HashIndex Features { get; }

    /// <summary>The words, by their characters.</summary>
    public HashIndex Words { get; } = new(4096);

    public List<int[]> WordGrams { get; } = [];

    /// <summary>Each feature's weight.</summary>
    public List<float> Weight { get; } = [];

    public float[] Rarity { get; }

    public float MaxRarity { get; }

    public SparseVector[] Examples { get; }

    public int[] ExampleEntries { get; }

    public (int From, int To) GetExamples(int entry) => (_firstExample[entry], _firstExample[entry + 1]);

    private (int[] Ids, float[] Weights) Read(
        QuestionTokenizer words, int example, MatcherOptions options, FeatureBuffer buffer)
    {
        _readIds.Clear();
        _readWeights.Clear();
        buffer.Clear();
        FeatureExtractor.AddWordFeatures(words.Tokens, options, buffer);
        FeatureExtractor.AddGroupPairs(words.Tokens, options, buffer);
        foreach (var (key, weight) in buffer.Items) AddFeature(GetId(key, weight), example);
        foreach (var token in words.Tokens)
        {
            if (token.Kind >= TokenKind.Synonym) continue;
            foreach (var gram in GetGrams(words.GetText(token), options, buffer)) AddFeature(gram, example);
        }

        return ([.. _readIds], [.. _readWeights]);
    }

    private int[] GetGrams(ReadOnlySpan<char> word, MatcherOptions options, FeatureBuffer buffer)
    {
        var id = Words.Add(Hash.Compute(word, 's'));
        if (id < WordGrams.Count) return WordGrams[id];
        buffer.Clear();
        FeatureExtractor.AddGrams(word, options, buffer);
        var grams = new int[buffer.Items.Length];
        for (var i = 0; i < grams.Length; i++) grams[i] = GetId(buffer.Items[i].Key, buffer.Items[i].Weight);
        WordGrams.Add(grams);
        return grams;
    }

    private int GetId(ulong key, float weight)
    {
        var id = Features.Add(key);
        if (id < Weight.Count) return id;
        Weight.Add(weight);
        _uses.Add(new Use(Entries: 0, LastExample: -1, Place: 0));
        return id;
    }

    // Counts a feature in an example, and in its entry if this is the first such example.
    private void AddFeature(int feature, int example)
    {
        ref var use = ref CollectionsMarshal.AsSpan(_uses)[feature];
        if (use.LastExample == example)
        {
            _readWeights[use.Place] += Weight[feature];
            return;
        }

        var isNewToEntry = use.LastExample < 0 || ExampleEntries[use.LastExample] != ExampleEntries[example];
        use = new Use(use.Entries + (isNewToEntry ? 1 : 0), example, _readIds.Count);
        _readIds.Add(feature);
        _readWeights.Add(Weight[feature]);
    }

    private SparseVector ToUnit(int[] ids, float[] weights)
    {
        var square = 0f;
        for (var i = 0; i < ids.Length; i++)
        {
            // A repeated feature counts twice in the score and as two squares in the length, as in scoring.
            square += weights[i] * Weight[ids[i]] * Rarity[ids[i]] * Rarity[ids[i]];
            weights[i] *= Rarity[ids[i]];
        }

        var scale = 1f / MathF.Sqrt(square + 1e-9f);
        for (var i = 0; i < ids.Length; i++) weights[i] *= scale;
        return new SparseVector(ids, weights);
    }

    // The number of entries with a feature, the last example with it, and its position there.
    private readonly record struct Use(int Entries, int LastExample, int Place);
}
