using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>How much a question has to go by.</summary>
/// <param name="Count">Its words that are not grammar.</param>
/// <param name="Strange">Those of them that the set does not know or says the article never uses.</param>
/// <param name="HasMeaning">Whether there is a word at all that the set's phrasings have.</param>
internal readonly record struct QuestionContent(int Count, int Strange, bool HasMeaning)
{
    /// <summary>Whether the question has words of its own and hardly one that the set knows.</summary>
    public bool IsBeyondTheSet => Strange * 3 > Count * 2;

    public static QuestionContent Of(QuestionWords words)
    {
        var (count, strange, meaning) = (0, 0, false);
        foreach (var token in words.Tokens)
        {
            if (token.Kind == TokenKind.Grammar)
            {
                meaning = true;
                continue;
            }

            count++;
            if (token.Kind == TokenKind.Unknown) strange++;
            else meaning = true;
        }

        return new QuestionContent(count, strange, meaning);
    }
}
