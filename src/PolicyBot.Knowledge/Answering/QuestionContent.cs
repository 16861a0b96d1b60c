using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>How much a question has to go by.</summary>
/// <param name="Grammar">Its words of grammar that the set's phrasings have too, without articles and "about".</param>
/// <param name="Known">Its words that are not grammar and that the set knows.</param>
/// <param name="Unknown">
/// Its words that the set does not know, or knows only if an English word is read as another.
/// </param>
/// <param name="English">Those of the unknown ones that are English words.</param>
internal readonly record struct QuestionContent(int Grammar, int Known, int Unknown, int English)
{
    private const int MaxTopicWords = 3;

    /// <summary>Whether it can be a question: a word with a meaning, or several of grammar ("what is this about"; "who" alone is none).</summary>
    public bool IsQuestion => Known + Unknown > 0 || Grammar > 1;

    /// <summary>Whether nearly all its words are neither known to the set nor English.</summary>
    public bool IsNoise => Unknown - English > (2 * (Known + English)) + Grammar;

    /// <summary>Whether it may only name something, as "end-to-end encryption" does: a few words that the set knows, and none that asks.</summary>
    public bool IsTopic => Grammar == 0 && Unknown == 0 && Known <= MaxTopicWords;

    /// <summary>Whether it names a single thing and asks nothing: "encryption", "tell me about encryption".</summary>
    public bool IsSingleTopic => IsTopic && Known == 1;

    /// <summary>Whether it consists of words of grammar only.</summary>
    public bool IsGrammarOnly => Known + Unknown == 0;

    public static QuestionContent From(QuestionTokenizer words)
    {
        var (grammar, known, unknown, english) = (0, 0, 0, 0);
        foreach (ref readonly var token in words.Tokens)
        {
            if (token.Kind == TokenKind.Unknown || token.IsDoubtful)
            {
                unknown++;
                if (EnglishLexicon.IsWord(words.GetText(token)) || EnglishLexicon.IsProperName(words.GetText(token)))
                    english++;
            }
            else if (token.Kind == TokenKind.Grammar)
            {
                if (words.GetText(token) is not ("about" or "the" or "a" or "an" or "on" or "of")) grammar++;
            }
            else
            {
                known++;
            }
        }

        return new QuestionContent(grammar, known, unknown, english);
    }
}
