namespace PolicyBot.Knowledge.Verification;

/// <summary>A run of words in which a quotation differs from the article, or doesn't.</summary>
/// <param name="Quoted">The quotation's words; empty if it lacks the article's.</param>
/// <param name="Original">The article's words; empty if the quotation added its own.</param>
/// <param name="IsSame">Whether they are the same.</param>
public sealed record TextEdit(string Quoted, string Original, bool IsSame)
{
    /// <summary>Whether both have words here, and they differ.</summary>
    public bool IsChange => !IsSame && Quoted.Length > 0 && Original.Length > 0;

    /// <summary>Whether the quotation has words that the article doesn't have here.</summary>
    public bool IsAddition => Original.Length == 0;

    /// <summary>Whether the quotation lacks words that the article has here.</summary>
    public bool IsOmission => Quoted.Length == 0;
}
