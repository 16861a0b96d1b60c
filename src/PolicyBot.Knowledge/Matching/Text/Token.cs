namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>One word of a question, or several that stand for one concept.</summary>
/// <param name="Start">Where its characters begin in <see cref="QuestionWords.Characters"/>.</param>
/// <param name="Length">How many characters.</param>
/// <param name="Key">What features are made from: the hash of the stem, or of the concept.</param>
/// <param name="Kind">How it is known.</param>
/// <param name="Class">For a name, the hash of what it is a name of (a person, an organisation); else 0.</param>
internal record struct Token(int Start, int Length, ulong Key, TokenKind Kind, ulong Class);
