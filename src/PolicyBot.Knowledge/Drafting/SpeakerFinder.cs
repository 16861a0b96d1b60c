using System.Buffers;
using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Drafting.Language;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>
/// Finds who says a quotation: the subject of a verb of speech next to it, or “according to”. It is unsure about
/// pronouns, and about words in quotation marks that nobody is said to say.
/// </summary>
internal sealed partial class SpeakerFinder(Article article, DraftedNames names)
{
    private const string TermReview =
        "Who says this, or is it only a term or a title? Correct the speaker, or delete the quote.";

    // Quotations of fewer words without a verb of speech are terms rather than speech.
    private const int MinSpoken = 4;

    private const int MaxSubject = 10;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(",;:—–“”\"(");

    private static readonly HashSet<string> Pronouns =
        new(["he", "she", "they", "it", "who", "this", "that"], StringComparer.Ordinal);

    private static readonly HashSet<string> FirstPersons = new(["i", "we"], StringComparer.Ordinal);

    // Before a word, these make it a noun, an infinitive or a passive.
    private static readonly HashSet<string> NoSpeech = new(
        "the a an its his her their our this to of in and or by be been being is are was were what".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Before = new(
        ("have has had also later then directly consistently previously recently often once even repeatedly further "
            + "simply just again would will could might may").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Boundaries = new(
        "that what when while but as because if after before although where which so since".Split(' '),
        StringComparer.Ordinal);

    /// <summary>Finds the speaker.</summary>
    /// <param name="quotation">The text between the quotation marks.</param>
    /// <param name="paragraph">The paragraph around it.</param>
    /// <param name="before">The speaker of the quotation before it in the paragraph, or null.</param>
    public Speaker Find(TextSpan quotation, Passage paragraph, Speaker? before)
    {
        var body = article.Body;
        var after = body[Math.Min(quotation.End + 1, paragraph.Span.End)..paragraph.Span.End];
        var leading = body[paragraph.Span.Start..Math.Max(paragraph.Span.Start, quotation.Start - 1)];
        var isEnd = body[..quotation.End].TrimEnd() is [.., '.' or '!' or '?'];
        // “…,” the letter reads. The attribution follows in the same sentence.
        if (FindAfter(after, isEnd) is { } following) return Resolve(following, quotation, paragraph);
        var sentenceStart = FindSentenceStart(leading);
        var lead = leading[sentenceStart..];
        if (FindBefore(lead) is { } preceding)
        {
            var speaker = Resolve(preceding, quotation, paragraph);
            return speaker.Review is null && (Naming().IsMatch(lead) || IsTitle(body[quotation.Start..quotation.End]))
                ? speaker with { Review = TermReview }
                : speaker;
        }

        var isSentence = lead.Trim().Length == 0;
        // A whole sentence in quotation marks goes on with what the speaker before it says.
        if (isSentence && before is not null)
            return before.Review is null ? before : before with { Review = $"Does {before.Name} say this, too?" };
        var isTerm = body[quotation.Start..quotation.End].Split(' ').Length < MinSpoken;
        var guess = before?.Name ?? FindSubject(lead) ?? article.Author ?? "The article";
        return new Speaker(
            guess,
            isTerm ? TermReview : "Who says this?");
    }

    // "the letter reads", "Barr said", "said Ann Lee, a teacher", "according to the report".
    private static string? FindAfter(string after, bool isEnd)
    {
        var end = after.IndexOfAny(['“', '"', '.', ';', '!', '?']);
        while (end > 0 && after[end] == '.' && (end + 1 >= after.Length || !char.IsWhiteSpace(after[end + 1])
            || IsInitial(after, end)) && end + 1 < after.Length)
            end = after.IndexOfAny(['“', '"', '.', ';', '!', '?'], end + 1);
        var clause = (end < 0 ? after : after[..end]).Trim(' ', ',', '—', '–');
        if (clause.Length == 0) return null;
        // After a full stop, a new sentence with a capital begins.
        if (isEnd && char.IsUpper(clause[0]) && !InvertedVerb().IsMatch(clause))
            return null;
        if (AccordingTo().Match(clause) is { Success: true } according) return Cut(according.Groups[1].Value);
        if (InvertedVerb().Match(clause) is { Success: true } inverted && Verbs.IsSpeech(inverted.Groups[1].Value))
            return Cut(inverted.Groups[2].Value);
        var words = Read(clause);
        for (var i = 1; i < Math.Min(words.Count, MaxSubject + 2); i++)
        {
            if (Verbs.IsSpeech(words[i].Key) && !IsNoun(words, i))
                return TakeSubject(clause, words, i, requireStart: true);
        }

        return null;
    }

    private static bool IsInitial(string text, int at) =>
        at > 0 && char.IsUpper(text[at - 1]) && (at == 1 || !char.IsLetter(text[at - 2]));

    // "Barr said:", "The letter calls on", "They have argued that", "According to Barr,": the last one in the sentence.
    private static string? FindBefore(string lead)
    {
        if (AccordingTo().Match(lead.TrimStart()) is { Success: true, Index: 0 } according)
            return Cut(according.Groups[1].Value);
        var words = Read(lead);
        string? found = null;
        for (var i = 1; i < words.Count; i++)
        {
            if (!Verbs.IsSpeech(words[i].Key) || IsNoun(words, i)) continue;
            if (TakeSubject(lead, words, i, requireStart: false) is { } subject) found = subject;
        }

        return found;
    }

    // "the call", "its report", "to say", "is commonly called": no verb, or nobody who says it.
    private static bool IsNoun(IReadOnlyList<SentenceWord> words, int at)
    {
        var before = at - 1;
        while (before > 0 && ClauseParser.IsAdverb(words[before])) before--;
        return NoSpeech.Contains(words[before].Key) || words[at - 1].IsPossessive || words[at].IsCapitalized;
    }

    private static string? TakeSubject(string text, IReadOnlyList<SentenceWord> words, int verb, bool requireStart)
    {
        var end = verb;
        while (end > 0 && (Before.Contains(words[end - 1].Key) || ClauseParser.IsAdverb(words[end - 1]))) end--;
        if (end == 0) return null;
        var start = end - 1;
        while (start > 0 && end - start < MaxSubject && !Boundaries.Contains(words[start - 1].Key)
            && !words[start].Gap.AsSpan().ContainsAny(Breaks))
            start--;
        if (requireStart && start > 0) return null;
        // In the middle of a sentence, a subject begins with an article, a name or a pronoun.
        if (start > 0 && words[start].Gap == " " && !Boundaries.Contains(words[start - 1].Key)) return null;
        return text[words[start].Start..words[end - 1].End];
    }

    private static IReadOnlyList<SentenceWord> Read(string text) =>
        SentenceWords.Read(new Passage(text, new TextSpan(0, text.Length)));

    private static string? FindSubject(string lead)
    {
        var words = Read(lead);
        if (ClauseParser.Parse(words) is not { Subject: { Count: > 0 } subject }) return null;
        var text = lead[subject[0].Start..subject[^1].End];
        return Pronouns.Contains(subject[0].Key) || FirstPersons.Contains(subject[0].Key) ? null : Capitalize(text);
    }

    // Without what follows the name: ", a teacher", "in a letter".
    private static string? Cut(string words)
    {
        var end = words.IndexOfAny([',', ';', '(', '—', ':']);
        var cut = (end < 0 ? words : words[..end]).Trim().TrimEnd('.');
        cut = Trailing().Replace(cut, "");
        return cut.Length == 0 ? null : cut;
    }

    private Speaker Resolve(string subject, TextSpan quotation, Passage paragraph)
    {
        var words = Read(subject);
        if (words.Count == 0) return new Speaker(article.Author ?? "The article", "Who says this?");
        if (words.Count == 1 && FirstPersons.Contains(words[0].Key))
        {
            return new Speaker(
                article.Author ?? article.Publication ?? "The author", $"Who is “{subject}”?");
        }

        if (words.Count == 1 && Pronouns.Contains(words[0].Key)) return ResolvePronoun(subject, quotation, paragraph);
        // A name, with or without a title: "Barr", "Mr. Barr", "Attorney General Barr".
        var last = words[^1];
        if (last.IsCapitalized && !last.IsPossessive)
        {
            var person = names.FindPerson(subject)
                ?? (words.Take(words.Count - 1).All(w => w.IsCapitalized) ? names.FindPerson(last.Text) : null)
                ?? names.People.FirstOrDefault(p => subject.EndsWith(p.Name, StringComparison.Ordinal));
            if (person is not null) return new Speaker(person.Name, null);
        }

        // "The design we proposed": more than a subject.
        var hasVerb = words.Skip(1).Any(
            w => !w.IsCapitalized && Verbs.Find(w.Key) is { Tense: not VerbTense.Base });
        return new Speaker(Capitalize(subject), hasVerb ? "Who says this?" : null);
    }

    // “The Jungle” is a book.
    private static bool IsTitle(string quoted)
    {
        var words = Read(quoted);
        return words.Count is 2 or 3 && words.All(w => w.IsCapitalized);
    }

    // The nearest person named before; unsure unless no other is named in this paragraph and the one before.
    private Speaker ResolvePronoun(string pronoun, TextSpan quotation, Passage paragraph)
    {
        if (pronoun.Equals("it", StringComparison.OrdinalIgnoreCase) || !names.People.Any())
            return new Speaker(article.Author ?? "The article", $"Who or what is “{pronoun}”?");
        var index = article.Paragraphs.ToList().FindIndex(p => p.Span.Start == paragraph.Span.Start);
        var from = index > 1 ? article.Paragraphs[index - 1].Span.Start : paragraph.Span.Start;
        var before = article.Body[from..quotation.Start];
        var named = names.People
            .Select(p => (Person: p, At: Math.Max(
                before.LastIndexOf(p.Name, StringComparison.Ordinal),
                before.LastIndexOf(p.LastName, StringComparison.Ordinal))))
            .Where(p => p.At >= 0).OrderByDescending(p => p.At).ToList();
        if (named.Count == 0)
            return new Speaker(names.People[0].Name, $"Who is “{pronoun}”?");
        var nearest = named[0].Person.Name;
        var isSure = named.Count == 1 && !pronoun.Equals("they", StringComparison.OrdinalIgnoreCase);
        return new Speaker(nearest, isSure ? null : $"Is “{pronoun}” {nearest}?");
    }

    private static int FindSentenceStart(string leading)
    {
        var sentences = SentenceSplitter.SplitSentences([new Passage(leading, new TextSpan(0, leading.Length))]);
        if (sentences.Count == 0) return leading.Length;
        var last = sentences[^1];
        // The quotation begins a sentence if the one before is complete.
        return last.Text.TrimEnd() is [.., '.' or '!' or '?'] or [.., '.' or '!' or '?', '”' or '"']
            ? leading.Length
            : last.Span.Start;
    }

    private static string Capitalize(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"^(?i:according to) (.+)$", RegexOptions.Singleline)]
    private static partial Regex AccordingTo();

    // "known as the “…”", "calls it “…”"
    [GeneratedRegex(
        @"\b(?:as|called?|calls|named|termed|dubbed|titled|entitled)"
            + @"(?: (?:it|them|him|her|this))?(?: (?:the|an?))?\s*$")]
    private static partial Regex Naming();

    [GeneratedRegex(
        @"^(\p{Ll}+) ((?:(?:the|a|an|its|their|his|her|one|several|some|many) |\p{Lu}).+)$", RegexOptions.Singleline)]
    private static partial Regex InvertedVerb();

    [GeneratedRegex(@"\s+(?:in|on|at|during|after|before|when|who|last|this|of the \w+ at|told|to|with|as)\s.*$")]
    private static partial Regex Trailing();
}
