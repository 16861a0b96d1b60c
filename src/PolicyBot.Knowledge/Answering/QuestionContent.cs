using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>How much a question has to go by.</summary>
/// <param name="Grammar">Its words of grammar that the set's phrasings have too.</param>
/// <param name="Known">Its words that are not grammar and that the set knows.</param>
/// <param name="Unknown">Its words that the set does not know.</param>
internal readonly record struct QuestionContent(int Grammar, int Known, int Unknown)
{
    private const int MaxTopicWords = 3;

    /// <summary>Whether it can be a question: a word with a meaning, or several of grammar ("what is this about"; "who" alone is none).</summary>
    public bool IsQuestion => Known + Unknown > 0 || Grammar > 1;

    /// <summary>Whether it has words of its own and hardly one that the set knows.</summary>
    public bool IsBeyondTheSet => Unknown > Known * 2;

    /// <summary>Whether it may only name something, as "end-to-end encryption" does: a few words that the set knows, and none that asks.</summary>
    public bool IsTopic => Grammar == 0 && Unknown == 0 && Known <= MaxTopicWords;

    public static QuestionContent Of(QuestionWords words)
    {
        var (grammar, known, unknown) = (0, 0, 0);
        foreach (var token in words.Tokens)
        {
            switch (token.Kind)
            {
                case TokenKind.Grammar:
                    grammar++;
                    break;
                case TokenKind.Unknown:
                    unknown++;
                    break;
                default:
                    known++;
                    break;
            }
        }

        return new QuestionContent(grammar, known, unknown);
    }
}
