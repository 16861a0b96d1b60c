namespace PolicyBot.Knowledge.Curation;

/// <summary>What happens to the parts of a set that are marked with <c>review:</c>.</summary>
public enum MarkedEntryHandling
{
    /// <summary>The set has no marked part, as if it were not written. For everything that members see.</summary>
    Withheld,

    /// <summary>The set has all parts. For the curator, who checks them.</summary>
    Included,
}
