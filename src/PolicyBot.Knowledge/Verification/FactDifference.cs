namespace PolicyBot.Knowledge.Verification;

/// <summary>A name or figure that the article states differently.</summary>
/// <param name="Quoted">What the quotation says.</param>
/// <param name="Original">What the article says in this place.</param>
public sealed record FactDifference(string Quoted, string Original);
