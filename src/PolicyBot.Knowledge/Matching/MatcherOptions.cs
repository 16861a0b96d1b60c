namespace PolicyBot.Knowledge.Matching;

/// <summary>
/// Weights of features and options of training. The defaults were chosen on public questions (CLINC150) and by
/// cross-validation.
/// </summary>
internal sealed record MatcherOptions
{
    public float WordWeight { get; init; } = 1f;

    public float BigramWeight { get; init; } = 0.7f;

    public float PairWeight { get; init; } = 0.4f;

    public float GramWeight { get; init; } = 0.35f;

    /// <summary>The weight of a thesaurus group, in addition to the word's own.</summary>
    public float GroupWeight { get; init; } = 0.6f;

    /// <summary>The weight of a pair of nearby groups.</summary>
    public float GroupPairWeight { get; init; } = 0.8f;

    public int MinGram { get; init; } = 2;

    public int MaxGram { get; init; } = 4;

    /// <summary>The maximum distance of the words of a pair.</summary>
    public int PairWindow { get; init; } = 6;

    /// <summary>The exponent of a feature's rarity, ln(1 + entries ÷ entries with the feature).</summary>
    public float RarityPower { get; init; } = 0.8f;

    /// <summary>How much more an unknown feature adds to the question's length than a known one.</summary>
    public float UnknownWeight { get; init; } = 2f;

    /// <summary>The fraction of an unknown word that a corrected word adds to the question's length.</summary>
    public float CorrectionPenalty { get; init; } = 0.25f;

    /// <summary>The additional fraction for an English word that was read as another.</summary>
    public float DoubtfulPenalty { get; init; } = 2f;

    /// <summary>The support vector machine's cost of a misclassified example.</summary>
    public float Cost { get; init; } = 1f;

    /// <summary>The factor of that cost for the entry's own examples.</summary>
    public float PositiveCost { get; init; } = 5f;

    /// <summary>The share of an entry's mean vector in its weights.</summary>
    public float CentroidShare { get; init; } = 0.5f;

    public int Passes { get; init; } = 4;

    /// <summary>
    /// The approximate number of phrasings that an entry is trained on, including its own; the most similar ones are
    /// taken.
    /// </summary>
    public int MaxNegatives { get; init; } = 1000;

    /// <summary>The maximum number of entries for which a feature has a weight; the largest weights are kept.</summary>
    public int MaxRow { get; init; } = 256;

    /// <summary>Whether unknown words are corrected; false to measure the benefit.</summary>
    public bool CorrectSpelling { get; init; } = true;
}
