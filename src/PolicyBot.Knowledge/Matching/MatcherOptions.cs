namespace PolicyBot.Knowledge.Matching;

/// <summary>How features are weighted and trained. The defaults were chosen on public questions (CLINC150) and by leaving phrasings out.</summary>
internal sealed record MatcherOptions
{
    public float WordWeight { get; init; } = 1f;

    public float BigramWeight { get; init; } = 0.7f;

    public float PairWeight { get; init; } = 0.4f;

    public float GramWeight { get; init; } = 0.35f;

    /// <summary>The weight of a thesaurus group beside the word's own.</summary>
    public float GroupWeight { get; init; } = 0.6f;

    /// <summary>The weight of two groups that stand near each other.</summary>
    public float GroupPairWeight { get; init; } = 0.8f;

    public int MinGram { get; init; } = 2;

    public int MaxGram { get; init; } = 4;

    /// <summary>How many words on a pair reaches.</summary>
    public int PairWindow { get; init; } = 6;

    /// <summary>The power of a feature's rarity (the logarithm of one plus entries by entries that have it).</summary>
    public float RarityPower { get; init; } = 0.8f;

    /// <summary>How much more than a known one an unknown feature counts in the question's length.</summary>
    public float UnknownWeight { get; init; } = 2f;

    /// <summary>How much a repaired word, beside what it was read as, counts as an unknown one in the question's length.</summary>
    public float CorrectionPenalty { get; init; } = 0.25f;

    /// <summary>How much more an English word that was read as another counts as an unknown one.</summary>
    public float DoubtfulPenalty { get; init; } = 2f;

    /// <summary>The support vector machine's cost of a wrong example.</summary>
    public float Cost { get; init; } = 1f;

    /// <summary>How many times that for an example of the entry itself.</summary>
    public float PositiveCost { get; init; } = 5f;

    /// <summary>How much of an entry's mean is folded into its weights.</summary>
    public float CentroidShare { get; init; } = 0.5f;

    public int Passes { get; init; } = 4;

    /// <summary>Phrasings, its own among them, that an entry is trained on, about; the nearest are taken.</summary>
    public int MaxNegatives { get; init; } = 1000;

    /// <summary>Entries that a feature speaks for, at most; the strongest are kept.</summary>
    public int MaxRow { get; init; } = 256;

    /// <summary>Whether unknown words are repaired; off to measure what that adds.</summary>
    public bool CorrectSpelling { get; init; } = true;
}
