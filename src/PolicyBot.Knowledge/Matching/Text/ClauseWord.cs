namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>A word, or a name of several words, in a clause.</summary>
/// <param name="Key">Like <see cref="Token.Key"/>; 0 for a function word that the set never uses.</param>
/// <param name="Form">Its form.</param>
/// <param name="IsName">Whether it is a person or an organisation of the article.</param>
/// <param name="IsProgressive">Whether it ends in "-ing": after "is", it is then in the active voice.</param>
/// <param name="IsNumber">Whether it is a number, in digits or in letters.</param>
/// <param name="IsLight">Whether it is a function word, or a light verb such as "put" and "say".</param>
/// <param name="SourceStart">Where it begins in the text.</param>
internal readonly record struct ClauseWord(
    ulong Key, WordForm Form, bool IsName, bool IsProgressive, bool IsNumber, bool IsLight, int SourceStart)
{
    /// <summary>Reads the form of each word; call it before a set resolves the words.</summary>
    public static void ReadForms(QuestionTokenizer words, List<ClauseWord> clause)
    {
        clause.Clear();
        foreach (ref readonly var token in words.Tokens)
        {
            var text = words.GetText(token);
            clause.Add(new ClauseWord(
                0, GetForm(text), false, text.EndsWith("ing"), IsNumeral(text), !HasRecipient(text),
                token.SourceStart));
        }
    }

    /// <summary>Copies the keys that a set gave to the same words; a name becomes one word.</summary>
    public static void ApplyKeys(QuestionTokenizer words, List<ClauseWord> clause)
    {
        var tokens = words.Tokens;
        var (kept, at) = (0, 0);
        for (var i = 0; i < clause.Count; i++)
        {
            var word = clause[i];
            while (at < tokens.Length && tokens[at].SourceEnd <= word.SourceStart) at++;
            var isInside = at < tokens.Length && tokens[at].SourceStart <= word.SourceStart;
            // Short forms are several words with one position.
            if (isInside && kept > 0 && tokens[at].Kind == TokenKind.Name && clause[kept - 1].IsName
                && clause[kept - 1].SourceStart >= tokens[at].SourceStart) continue;
            clause[kept++] = !isInside ? word : word with
            {
                Key = tokens[at].Key,
                IsLight = word.IsLight && tokens[at].Kind == TokenKind.Grammar,
                IsName = tokens[at].Kind == TokenKind.Name,
                Form = tokens[at].Kind == TokenKind.Name ? WordForm.Content : word.Form,
            };
        }

        clause.RemoveRange(kept, clause.Count - kept);
    }

    // Verbs among the function words that say who does what to whom.
    private static bool HasRecipient(ReadOnlySpan<char> word) =>
        word is "ask" or "asks" or "asked" or "tell" or "tells" or "told" or "give" or "gives" or "gave" or "given";

    private static bool IsNumeral(ReadOnlySpan<char> word) => word.ContainsAnyInRange('0', '9')
        || word is "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten"
            or "eleven" or "twelve" or "twenty" or "dozen";

    private static WordForm GetForm(ReadOnlySpan<char> word) => word switch
    {
        "the" or "a" or "an" or "this" or "these" or "those" or "its" or "his" or "her" or "their" or "our" or "your"
            or "my" or "no" or "any" or "some" or "each" or "every" => WordForm.Determiner,
        "is" or "are" or "was" or "were" or "be" or "been" or "being" or "am" => WordForm.Be,
        "do" or "does" or "did" => WordForm.Do,
        "have" or "has" or "had" or "will" or "would" or "shall" or "should" or "can" or "could"
            or "may" or "might" or "must" => WordForm.Modal,
        "i" or "we" or "he" or "she" or "they" or "you" or "it" => WordForm.Pronoun,
        "by" => WordForm.By,
        "from" => WordForm.From,
        "to" => WordForm.To,
        "of" or "in" or "on" or "at" or "for" or "with" or "about" or "against" or "over" or "under"
            or "into" or "as" or "per" or "during" or "after" or "before" or "since" or "until" or "between"
            or "through" or "without" => WordForm.Preposition,
        "who" or "whom" => WordForm.Who,
        "when" or "where" or "why" or "how" => WordForm.Circumstance,
        "what" or "which" or "whose" or "that" => WordForm.Interrogative,
        "many" => WordForm.Many,
        "and" or "or" or "but" => WordForm.Conjunction,
        "not" or "never" or "also" or "already" or "ever" or "first" or "now" or "even" or "more" or "most"
            or "then" => WordForm.Adverb,
        _ => word.Length > 4 && word.EndsWith("ly") ? WordForm.Adverb : WordForm.Content,
    };
}
