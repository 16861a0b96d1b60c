namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>One word of a question, or several that stand for one concept.</summary>
/// <param name="Start">Where its characters begin in <see cref="QuestionWords.Characters"/>.</param>
/// <param name="Length">How many characters.</param>
/// <param name="Key">What features are made from: the hash of the stem, or of the concept.</param>
/// <param name="Kind">How it is known.</param>
/// <param name="Capital">Whether it began with a capital letter.</param>
internal record struct Token(int Start, int Length, ulong Key, TokenKind Kind, bool Capital);
