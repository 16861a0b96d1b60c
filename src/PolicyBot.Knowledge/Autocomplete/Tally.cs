namespace PolicyBot.Knowledge.Autocomplete;

/// <summary>How well a text matches the words typed so far, and the current word.</summary>
internal struct Tally
{
    public float Score;

    /// <summary>The number of matching words.</summary>
    public int Fits;

    /// <summary>The number of typed words with which the text begins, in order.</summary>
    public int InPlace;

    public bool IsHit;
    public bool IsOwn;
    public bool IsInPlace;
    public float Share;

    /// <summary>Adds the current word and prepares for the next.</summary>
    public void Count(float rarity, float weightOfOthers)
    {
        var weight = (weightOfOthers * MathF.Sqrt(Math.Min(Share, 1))) + (IsOwn ? 1 : 0) + (IsInPlace ? 1 : 0);
        Score += rarity * weight;
        Fits++;
        if (IsInPlace) InPlace++;
        (IsHit, IsOwn, IsInPlace, Share) = (false, false, false, 0);
    }
}
