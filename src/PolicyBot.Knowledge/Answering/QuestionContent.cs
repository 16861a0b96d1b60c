using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>Counts of the kinds of words in a question.</summary>
/// <param name="Grammar">Function words that the set's phrasings also use, without articles and "about".</param>
/// <param name="Known">Content words that the set uses.</param>
/// <param name="Unknown">Words that the set does not use, or only if an English word is read as another.</param>
/// <param name="English">The unknown words that are English.</param>
internal readonly record struct QuestionContent(int Grammar, int Known, int Unknown, int English)
{
    private const int MaxTopicWords = 3;

    /// <summary>
    /// Whether it can be a question: it has a content word, or several function words ("what is this about", but not
    /// just "who").
    /// </summary>
    public bool IsQuestion => Known + Unknown > 0 || Grammar > 1;

    /// <summary>Whether nearly all its words are neither used by the set nor English.</summary>
    public bool IsNoise => Unknown - English > (2 * (Known + English)) + Grammar;

    /// <summary>
    /// Whether it may only name a topic, such as "end-to-end encryption": a few words that the set uses, and no
    /// function word.
    /// </summary>
    public bool IsTopic => Grammar == 0 && Unknown == 0 && Known <= MaxTopicWords;

    /// <summary>Whether it names a single topic and asks nothing: "encryption", "tell me about encryption".</summary>
    public bool IsSingleTopic => IsTopic && Known == 1;

    /// <summary>Whether it consists of function words only.</summary>
    public bool IsGrammarOnly => Known + Unknown == 0;

    public static QuestionContent From(QuestionTokenizer words)
    {
        var (grammar, known, unknown, english) = (0, 0, 0, 0);
        foreach (ref readonly var token in words.Tokens)
        {
            if (token.Kind == TokenKind.Unknown || token.IsDoubtful)
            {
                unknown++;
                if (words.English.IsEnglish(token.TypedKey, words.GetText(token))) english++;
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
