using PolicyBot.Knowledge.Encoding;

namespace PolicyBot.Knowledge.Matching.Semantic;

/// <summary>
/// How close a question is in meaning to each entry and sentence, usually 0 to 1; reused, one per thread.
/// </summary>
internal sealed class SemanticScores
{
    [ThreadStatic]
    private static SemanticScores? _current;

    private readonly sbyte[] _question = new sbyte[SentenceEncoder.Dimensions];
    private float[] _means = [];
    private float[] _evidence = [];
    private float[] _sentences = [];
    private int _entries;
    private int _sentenceCount;

    /// <summary>The calling thread's instance.</summary>
    public static SemanticScores Current => _current ??= new SemanticScores();

    /// <summary>The cosine with the mean of each entry's phrasings.</summary>
    public Span<float> Means => _means.AsSpan(0, _entries);

    /// <summary>
    /// The MaxSim of each entry's best evidence sentence, 0 or more; negative infinity without evidence.
    /// </summary>
    public Span<float> Evidence => _evidence.AsSpan(0, _entries);

    /// <summary>
    /// The MaxSim that says little for or against an entry without evidence: between the mean and the best of the other
    /// entries.
    /// </summary>
    public float NeutralEvidence { get; set; }

    /// <summary>The MaxSim of each sentence of the article.</summary>
    public Span<float> Sentences => _sentences.AsSpan(0, _sentenceCount);

    /// <summary>The number of words of the question.</summary>
    public int WordCount { get; private set; }

    /// <summary>A buffer for a rounded vector.</summary>
    internal Span<sbyte> Question => _question;

    /// <summary>
    /// Gets the MaxSim of an entry's best evidence sentence, or the neutral one if it has no evidence.
    /// </summary>
    public float GetEvidence(int entry) => float.IsFinite(Evidence[entry]) ? Evidence[entry] : NeutralEvidence;

    /// <summary>Sets all scores to 0.</summary>
    internal void Reset(int entries, int sentences, int words)
    {
        if (_means.Length < entries) (_means, _evidence) = (new float[entries], new float[entries]);
        if (_sentences.Length < sentences) _sentences = new float[sentences];
        (_entries, _sentenceCount, WordCount) = (entries, sentences, words);
        Means.Clear();
        Evidence.Clear();
        Sentences.Clear();
    }
}
