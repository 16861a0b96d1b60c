using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Conversation;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>Creates the answers of a set.</summary>
/// <param name="set">The set.</param>
/// <param name="explainer">Explains them; weak, so that remembered answers don't keep a replaced set alive.</param>
internal sealed class AnswerFactory(KnowledgeSet set, WeakReference<Answerer> explainer)
{
    private readonly Suggestion[] _examples =
    [
        .. set.Questions.GroupBy(q => q.Topics[0])
            .Select(g => new Suggestion(g.First(), 0)).Take(Answer.MaxSuggestions),
    ];

    /// <summary>The answer is the closest entry.</summary>
    public Answer.Answered Answered(string question, Ranking ranking)
    {
        var entry = set.Questions[ranking[0].Entry];
        return new Answer.Answered(entry)
        {
            Question = question,
            Confidence = ranking[0].Confidence,
            Suggestions =
                [.. entry.Related.Take(Answer.MaxSuggestions).Select(id => new Suggestion(set.GetQuestion(id), 0))],
            Candidates = ListCandidates(ranking),
            Explainer = explainer,
        };
    }

    /// <summary>The question may mean several entries.</summary>
    public Answer.Ambiguous Ambiguous(
        string question, Ranking ranking, IReadOnlyList<Suggestion> choices, IReadOnlyList<Passage> passages) => new()
        {
            Question = question,
            Confidence = ranking[0].Confidence,
            Suggestions = choices,
            Passages = passages,
            Candidates = ListCandidates(ranking),
            Explainer = explainer,
        };

    /// <summary>The article provably doesn't say it.</summary>
    public Answer.NotInArticle NotInArticle(
        string question, Ranking ranking, Absence absence, IReadOnlyList<Passage> passages) => new(absence)
        {
            Question = question,
            Confidence = 1 - ranking[0].Confidence,
            Suggestions = GetSuggestions(ranking, null),
            Passages = passages,
            Candidates = ListCandidates(ranking),
            Explainer = explainer,
        };

    /// <summary>It isn't a question that can be read.</summary>
    public Answer.NotUnderstood NotUnderstood(string question, NotUnderstoodReason reason) =>
        new(reason) { Question = question, Confidence = 1, Suggestions = _examples, Explainer = explainer };

    /// <summary>The question is small talk.</summary>
    public Answer.SmallTalk SmallTalk(string question, SmallTalkKind kind) => new(kind)
    {
        Question = question,
        Confidence = 1,
        Suggestions = kind is SmallTalkKind.Greeting or SmallTalkKind.AboutTheBot ? _examples : [],
        Explainer = explainer,
    };

    /// <summary>The set has no question at all.</summary>
    public Answer.NoPreparedAnswer NothingPrepared(string question, IReadOnlyList<Passage> passages) => new(null)
    {
        Question = question,
        Confidence = 1,
        Passages = passages,
        Explainer = explainer,
    };

    /// <summary>The closest entry is withheld.</summary>
    public Answer.NoPreparedAnswer Withheld(
        string question, Ranking ranking, WithheldEntry withheld, IReadOnlyList<Passage> passages) => new(null)
        {
            Question = question,
            Confidence = ranking.Unanswerable.Confidence,
            Withheld = withheld,
            Suggestions = GetSuggestions(ranking, null),
            Passages = passages,
            Candidates = ListCandidates(ranking),
            Explainer = explainer,
        };

    /// <summary>No entry is close enough to be the answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ranking">The ranking.</param>
    /// <param name="closest">The entry to offer, or null if none is close.</param>
    /// <param name="passages">The closest passages.</param>
    public Answer.NoPreparedAnswer NoPreparedAnswer(
        string question, Ranking ranking, QuestionEntry? closest, IReadOnlyList<Passage> passages) => new(closest)
        {
            Question = question,
            Confidence = 1 - ranking[0].Confidence,
            Suggestions = GetSuggestions(ranking, closest),
            Passages = closest is null
                ? passages
                : [.. passages.Where(p => !closest.Evidence.Any(e => e.Span.Overlaps(p.Span))).Take(1)],
            Candidates = ListCandidates(ranking),
            Explainer = explainer,
        };

    /// <summary>Lists the closest questions.</summary>
    public List<Suggestion> GetSuggestions(Ranking ranking, QuestionEntry? except)
    {
        var suggestions = new List<Suggestion>(Answer.MaxSuggestions);
        for (var rank = 0; rank < ranking.Count && suggestions.Count < Answer.MaxSuggestions; rank++)
        {
            if (set.Questions[ranking[rank].Entry] != except) suggestions.Add(ToSuggestion(ranking[rank]));
        }

        return suggestions;
    }

    /// <summary>Lists all questions that were ranked.</summary>
    public Suggestion[] ListCandidates(Ranking ranking)
    {
        var candidates = new Suggestion[ranking.Count];
        for (var rank = 0; rank < candidates.Length; rank++) candidates[rank] = ToSuggestion(ranking[rank]);
        return candidates;
    }

    /// <summary>Creates the suggestion of a ranked question.</summary>
    public Suggestion ToSuggestion(in RankedEntry ranked) => new(set.Questions[ranked.Entry], ranked.Confidence);
}
