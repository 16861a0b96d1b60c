namespace PolicyBot.Knowledge.Autocomplete;

/// <summary>How well a text fits the words typed so far, and how it fits the one that is being looked at.</summary>
internal struct Tally
{
    public float Score;

    /// <summary>How many typed words fit.</summary>
    public int Fits;

    /// <summary>With how many typed words, in their order, the text itself begins.</summary>
    public int InPlace;

    public bool IsHit;
    public bool IsOwn;
    public bool IsInPlace;
    public float Share;

    /// <summary>Counts the word that is being looked at, and makes ready for the next.</summary>
    public void Count(float rarity, float weightOfOthers)
    {
        var weight = (weightOfOthers * MathF.Sqrt(Math.Min(Share, 1))) + (IsOwn ? 1 : 0) + (IsInPlace ? 1 : 0);
        Score += rarity * weight;
        Fits++;
        if (IsInPlace) InPlace++;
        (IsHit, IsOwn, IsInPlace, Share) = (false, false, false, 0);
    }
}
