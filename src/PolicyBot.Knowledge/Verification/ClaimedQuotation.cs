namespace PolicyBot.Knowledge.Verification;

/// <summary>A quotation as somebody gives it, and the words around it, which may name the speaker.</summary>
/// <param name="Text">The quotation, without the marks around it.</param>
/// <param name="Before">What is written before it.</param>
/// <param name="After">What is written after it.</param>
internal readonly record struct ClaimedQuotation(string Text, string Before, string After);
