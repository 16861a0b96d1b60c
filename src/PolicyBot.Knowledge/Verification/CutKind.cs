namespace PolicyBot.Knowledge.Verification;

/// <summary>What the words that a quotation leaves out do in the article.</summary>
public enum CutKind
{
    /// <summary>They deny something.</summary>
    Negation,

    /// <summary>They limit the statement: a condition, an exception, a doubt.</summary>
    Condition,

    /// <summary>They name another speaker for what follows.</summary>
    Speaker,
}
