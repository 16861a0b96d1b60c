using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>Answers questions about one article from its curated set. Trained when made; then deterministic, in process, and safe for many threads.</summary>
public sealed class Answerer
{
    /// <summary>The longest question that is read, in UTF-16 code units; a longer one is <see cref="Answer.NotUnderstood"/>.</summary>
    public const int MaxQuestionLength = 6000;

    private const int MaxSuggestions = 5;
    private const int MaxChoices = 3;

    private readonly Entry[] entries;
    private readonly CandidateReader candidates;
    private readonly PassageRanker passages;
    private readonly QuestionEntry[] examples;

    /// <summary>Trains on a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="thresholds">Thresholds in place of the set's own, or null.</param>
    public Answerer(KnowledgeSet set, Thresholds? thresholds = null)
        : this(set, thresholds, null)
    {
    }

    internal Answerer(KnowledgeSet set, Thresholds? thresholds, MatcherOptions? options)
    {
        Set = set;
        entries = [.. set.Questions, .. set.Unanswered];
        Matcher = Matcher.Train(SetTraining.From(set), options);
        var reader = new QuestionWords();
        // Only the entries that questions come near to are ever looked into.
        candidates = new CandidateReader([.. entries.Select(e => new Lazy<EntryProfile>(() => new EntryProfile(e, Matcher.Vocabulary)))], set.Questions.Count);
        passages = new PassageRanker(set.Article.Sentences, Matcher.Vocabulary, reader);
        examples = [.. set.Questions.GroupBy(q => q.Topics[0]).Select(g => g.First()).Take(MaxSuggestions)];
        Thresholds = thresholds ?? set.Thresholds ?? ThresholdChooser.Choose(set, options);
    }

    private Answerer(Answerer other, Thresholds thresholds) =>
        (Set, Thresholds, Matcher, entries, candidates, passages, examples) =
        (other.Set, thresholds, other.Matcher, other.entries, other.candidates, other.passages, other.examples);

    /// <summary>The set.</summary>
    public KnowledgeSet Set { get; }

    /// <summary>The thresholds in force.</summary>
    public Thresholds Thresholds { get; }

    internal Matcher Matcher { get; }

    /// <summary>The same, trained once, with other thresholds.</summary>
    public Answerer With(Thresholds thresholds) => new(this, thresholds);

    /// <summary>Answers a question, whatever its text.</summary>
    public Answer Ask(string question)
    {
        if (question.Length > MaxQuestionLength)
            return NotUnderstood(question, 0, $"The question is longer than {MaxQuestionLength} characters; please put it more briefly.");
        var scratch = Scratch.Current;
        Matcher.Score(question, scratch);
        var content = QuestionContent.Of(scratch.Words);
        if (!content.IsQuestion) return NotUnderstood(question, 0, "I could not make out a question in that.") with { IsQuestion = false };

        var ranking = candidates.Rank(scratch);
        var (best, _, confidence) = ranking[0];
        if (confidence >= Thresholds.Answer)
        {
            return new Answer.Answered(Set.Questions[best])
            {
                Question = question,
                Confidence = confidence,
                Suggestions = Suggest(ranking, 1),
                Explainer = this,
            };
        }

        var suggestions = Suggest(ranking, 0);
        if (confidence >= Thresholds.Offer && suggestions.Count >= 2)
            return Offer([.. suggestions.Take(suggestions.Count > 2 && suggestions[2].Confidence * 3 >= suggestions[1].Confidence ? MaxChoices : 2)]);
        // A mere topic asks nothing that the article could leave unanswered.
        if (content.IsTopic && suggestions.Where((_, rank) => candidates.UsesAll(ranking[rank].Entry, scratch.Words)).Take(MaxChoices).ToList() is { Count: >= 2 } about)
            return Offer(about);
        if (content.IsBeyondTheSet)
            return NotUnderstood(question, confidence, "Nothing in the article is near enough to that for me to be sure what you mean.", suggestions);
        return new Answer.NotInArticle(Refusal.Reason(question, scratch.Words, candidates, ranking), [NearestPassage(scratch, ranking)])
        {
            Question = question,
            Confidence = 1 - confidence,
            Suggestions = suggestions,
            Explainer = this,
        };

        Answer.Ambiguous Offer(IReadOnlyList<Suggestion> choices) => new(choices)
        {
            Question = question,
            Confidence = confidence,
            Suggestions = [.. suggestions.Except(choices)],
            Explainer = this,
        };
    }

    /// <summary>How an outcome of <see cref="Ask"/> came about.</summary>
    internal Explanation Explain(Answer answer)
    {
        var question = answer.Question;
        if (question.Length > MaxQuestionLength) return Explanation.None;
        var scratch = Scratch.Current;
        var repairs = new List<(string Asked, string Read)>();
        Matcher.Score(question, scratch, repairs);
        if (scratch.Words.Tokens.IsEmpty) return Explanation.None;

        var scores = scratch.Scores.ToArray();
        var parts = ConfidenceModel.Parts(candidates.Rank(scratch)[0].Candidate).Where(p => p.Value != 0).OrderByDescending(p => Math.Abs(p.Value));
        var byScore = Enumerable.Range(0, entries.Length).OrderByDescending(e => scores[e]).ToList();
        var best = answer is Answer.Answered answered ? Array.IndexOf(entries, answered.Entry) : byScore[0];
        int? second = byScore.Count < 2 ? null : byScore.First(e => e != best);
        var unknown = new List<string>();
        foreach (var token in scratch.Words.Tokens)
        {
            if (token.Kind is TokenKind.Unknown or TokenKind.Absent) unknown.Add(token.AsAsked(question));
        }

        return new Explanation(
            entries[best],
            NearestPhrasing.Of(entries[best], question),
            second is null ? null : entries[second.Value],
            second is null ? 0 : scores[best] - scores[second.Value],
            [.. parts],
            [.. unknown.Distinct()],
            [.. repairs.Select(r => $"{r.Asked} → {r.Read}")]);
    }

    private Answer.NotUnderstood NotUnderstood(string question, double confidence, string reason, IReadOnlyList<Suggestion>? suggestions = null) =>
        new(reason, examples) { Question = question, Confidence = 1 - confidence, Suggestions = suggestions ?? [], Explainer = this };

    private List<Suggestion> Suggest(Ranking ranking, int skip)
    {
        var suggestions = new List<Suggestion>(MaxSuggestions);
        for (var rank = skip; rank < ranking.Count && suggestions.Count < MaxSuggestions; rank++)
        {
            var (entry, _, confidence) = ranking[rank];
            suggestions.Add(new Suggestion(Set.Questions[entry], confidence));
        }

        return suggestions;
    }

    private Passage NearestPassage(Scratch scratch, Ranking ranking)
    {
        // Where the set knows the question as unanswered, its editor has said what comes nearest.
        if (ranking.BestUnanswered is { } unanswered && ranking.UnansweredLeads) return ((UnansweredEntry)entries[unanswered]).Nearest;
        return passages.Nearest(scratch.Words.Tokens) ?? Set.Questions[ranking.Best].Evidence[0];
    }
}
