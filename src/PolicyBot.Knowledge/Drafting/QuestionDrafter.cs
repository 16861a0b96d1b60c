using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Drafting.Language;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Drafts a question for each sentence, and for each person and organisation.</summary>
internal sealed partial class QuestionDrafter(Article article, DraftedNames names, PhrasingPool pool)
{
    private const int MaxPhrasings = 9;
    private const int MaxSureWords = 28;
    private const int MinWords = 4;

    // The clause of a sentence that begins with one of these is often not its main clause.
    private static readonly HashSet<string> Subordinators = new(
        "if when while although though unless since as because before after once until whereas".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Vague = new(
        ["it", "they", "this", "these", "those", "he", "she", "such", "that", "its", "their"], StringComparer.Ordinal);

    private readonly Keywords _keywords = new(article);

    /// <summary>Drafts the questions: first those of names, then those of sentences.</summary>
    public IReadOnlyList<DraftedQuestion> Draft()
    {
        var questions = new List<DraftedQuestion>();
        foreach (var person in names.People)
            if (DraftName(person, "Who", "people") is { } question) questions.Add(question);
        foreach (var organisation in names.Organisations)
            if (DraftName(organisation, "What", "organisations") is { } question) questions.Add(question);
        var headline = article.Paragraphs[0].Span;
        var sentences = article.Sentences.Where(s => s.Span.Start >= headline.End).ToList();
        for (var i = 0; i < sentences.Count; i++)
        {
            if (DraftSentence(sentences[i], i > 0 ? sentences[i - 1] : null) is { } question) questions.Add(question);
        }

        return questions;
    }

    private DraftedQuestion? DraftName(DraftedName name, string word, string topic)
    {
        // “What is the FBI?”
        var named = article.Body.Contains($"the {name.Name}", StringComparison.Ordinal)
            ? $"the {name.Name}"
            : name.Name;
        var question = pool.TakeQuestion([$"{word} is {named}?", $"{word} does the article call {name.Name}?"]);
        if (question is null) return null;
        var sentence = article.Sentences.Skip(1)
            .FirstOrDefault(s => WholeWords.FindAll(s.Text, name.Name).Count > 0 && s.Text.Length <= Limits.Evidence);
        var answer = new List<(string, string)>();
        // “The article names CEO Mark Zuckerberg.”
        if (name.Evidence == $"{name.Role} {name.Name}")
            answer.Add(($"The article names {name.Evidence}.", name.Evidence));
        if (sentence is not null) answer.Add((sentence.Text, sentence.Text));
        if (answer.Count == 0) return null;
        var last = topic == "people" ? name.LastName : name.Name;
        string?[] phrasings =
        [
            topic == "people" ? $"who's {last}" : null, $"tell me about {named}", $"{last} role",
            $"what does the article say about {last}",
            topic == "people" ? $"what is {name.Name}'s job" : $"what does {named} do",
            topic == "people" ? $"{name.Name} position" : $"role of {named}", $"why is {last} mentioned", name.Name,
        ];
        return new DraftedQuestion(
            pool.CreateId([word, name.Name]), question, answer, topic, pool.Take(phrasings, MaxPhrasings), name.Review);
    }

    private DraftedQuestion? DraftSentence(Passage sentence, Passage? before)
    {
        var words = SentenceWords.Read(sentence);
        if (words.Count < MinWords) return null;
        var figures = FigureFinder.Find(sentence);
        var clause = ClauseParser.Parse(words);
        var keys = Keywords.Pick(words, 6);
        if (keys.Count == 0) return null;
        var terse = string.Join(' ', Keywords.Pick(words, 4));
        var asked = clause is null ? null : new ClauseQuestions(article, clause, names);
        var isVague = asked is { HasVagueSubject: true } || (asked is null && Vague.Contains(words[0].Key));
        var cause = Cause().IsMatch(sentence.Text);
        string?[] canonical =
        [
            isVague ? null : asked?.AskObject(),
            isVague ? null : asked?.AskSubject(),
            isVague ? null : asked?.AskInverted(""),
            $"What does the article say about {string.Join(' ', Keywords.Pick(words, 3))}?",
            $"What does the article say about {terse}?",
            $"What does the article say about {string.Join(' ', keys)}?",
        ];
        var question = pool.TakeQuestion(canonical);
        if (question is null) return null;
        string?[] phrasings =
        [
            .. figures.Select(f => AskFigure(f, asked, isVague, terse)),
            isVague ? null : asked?.AskSubject(),
            cause && !isVague ? asked?.AskInverted("Why") : null,
            cause ? $"what is the reason for {terse}" : null,
            isVague ? null : asked?.AskInverted(""),
            terse.ToLowerInvariant(),
            isVague ? null : asked?.AskObject(),
            $"I want to know about {string.Join(' ', keys).ToLowerInvariant()}",
            asked is null || isVague ? null : $"tell me about {asked.Subject}",
            $"what is said about {string.Join(' ', Keywords.Pick(words, 2)).ToLowerInvariant()}",
            cause ? $"why {terse.ToLowerInvariant()}" : $"details about {terse.ToLowerInvariant()}",
        ];
        var answer = new List<(string, string)>();
        // “It” is what the sentence before is about.
        if (Vague.Contains(words[0].Key)
            && before is not null
            && before.Text.Length + sentence.Text.Length < Limits.Answer)
            AddSentence(answer, before);
        AddSentence(answer, sentence);
        return new DraftedQuestion(
            pool.CreateId(Keywords.Pick(words, 3)),
            question,
            answer,
            _keywords.FindTopic(words),
            pool.Take(phrasings, MaxPhrasings),
            GetReview(words, clause, isVague));
    }

    // Evidence of more than the limit is cut into pieces of whole words.
    private static void AddSentence(List<(string, string)> answer, Passage sentence)
    {
        if (sentence.Text.Length <= Limits.Evidence)
        {
            answer.Add((sentence.Text, sentence.Text));
            return;
        }

        var rest = sentence.Text;
        while (rest.Length > 0)
        {
            var end = rest.Length <= Limits.Evidence ? rest.Length : rest.LastIndexOf(' ', Limits.Evidence);
            if (end <= 0) return;
            var piece = rest[..end].Trim();
            if (piece.Length > 0) answer.Add((piece, piece));
            rest = rest[end..].TrimStart();
        }
    }

    private static string? AskFigure(DraftedFigure figure, ClauseQuestions? asked, bool isVague, string terse)
    {
        if (figure.IsDate)
            return asked is not null && !isVague
                ? asked.AskInverted("When", figure.Passage.Span.Start)
                : $"when {terse.ToLowerInvariant()}";
        if (figure.IsMoney)
            return asked is not null && !isVague
                ? $"how much is {asked.Subject}"
                : $"how much {terse.ToLowerInvariant()}";
        return figure.Unit is { } unit
            ? $"how many {(unit.StartsWith("of ", StringComparison.Ordinal) ? unit[3..] : unit)}"
            : $"how many {terse.ToLowerInvariant()}";
    }

    private static string? GetReview(IReadOnlyList<SentenceWord> words, Clause? clause, bool isVague)
    {
        if (words.Any(w => w.Text is "I" or "we" or "We" or "our" or "my" or "us" or "me"))
            return "Say who “I” or “we” is, in the question and in the answer.";
        if (isVague || Vague.Contains(words[0].Key))
        {
            // “In short, it was a challenge.”
            var vague = isVague && clause is { Subject: [var subject] } ? subject : words[0];
            return $"Say what “{vague.Text}” is, in the question and in the answer.";
        }

        if (clause is null) return "The question is only a few words of the sentence. Write a better one.";
        if (Subordinators.Contains(words[0].Key))
            return $"Does the question fit the sentence, which begins with “{words[0].Text}”?";
        return words.Count > MaxSureWords ? "Does the question fit the sentence? It is long." : null;
    }

    [GeneratedRegex(
        @"\b(?:because|in order to|so that|due to|owing to|in an effort to|to (?:avoid|prevent|ensure|protect|reduce"
            + @"|allow|help|make|lessen|improve))\b|^To \p{Ll}",
        RegexOptions.IgnoreCase)]
    private static partial Regex Cause();
}
