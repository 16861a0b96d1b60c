using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>The answer to a question that was asked of several articles.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Source">The number of the article that it is from.</param>
public sealed record MergedAnswer(Answer Answer, int Source)
{
    // Of two answers from different articles, the second is close if its odds are at least this share of the first's.
    private const double CloseOdds = 0.25;

    // Above this, a confidence tells answers apart no better.
    private const double HighestConfidence = 0.99;

    /// <summary>The number of the article that each of the answer's suggestions is from.</summary>
    public IReadOnlyList<int> SuggestionSources { get; init; } = [.. Answer.Suggestions.Select(_ => Source)];

    /// <summary>Whether the answer is that none of the articles says it, each for its own reason.</summary>
    public bool IsNotInAnyArticle { get; private init; }

    /// <summary>Whether <see cref="IsNotInAnyArticle"/> is so for the same kind of reason in all articles.</summary>
    public bool HasOneReason { get; private init; } = true;

    /// <summary>
    /// Merges the answers of several articles: the surest answer, or a choice if another article's is about as sure.
    /// Otherwise the closest questions of all of them; that it isn't in the article only if that holds for each.
    /// </summary>
    /// <param name="answers">The answers of the articles, to the same question; at least one.</param>
    public static MergedAnswer Merge(IReadOnlyList<Answer> answers)
    {
        if (answers.Count == 1) return new MergedAnswer(answers[0], 0);
        if (FindAll<Answer.Answered>(answers) is { Count: > 0 } answered) return MergeAnswered(answers, answered);
        // It is about the message rather than about an article.
        if (FindAll<Answer.SmallTalk>(answers) is [var smallTalk, ..]) return new(answers[smallTalk], smallTalk);
        if (FindAll<Answer.Ambiguous>(answers) is [var ambiguous, ..] unclear)
            return WithSuggestions((Answer.Ambiguous)answers[ambiguous], ambiguous, answers, unclear);
        if (FindAll<Answer.NoPreparedAnswer>(answers) is { Count: > 0 } open)
        {
            var closest = open.MaxBy(i => GetPriority((Answer.NoPreparedAnswer)answers[i]));
            // An article that lists the question, or the name in it, is what it is about.
            if (answers[closest] is Answer.NoPreparedAnswer { Closest: null, Withheld: null }
                && FindAbsent(answers) is [var listed, ..] && IsListed(answers[listed]))
                return WithSuggestions(Unproven(answers[listed]), listed, answers, open.Append(listed));
            return WithSuggestions((Answer.NoPreparedAnswer)answers[closest], closest, answers, open);
        }

        if (FindAbsent(answers) is not [var absent, ..] all) return new(answers[0], 0);
        if (all.Count == answers.Count)
        {
            return WithSuggestions(answers[absent], absent, answers, all) with
            {
                IsNotInAnyArticle = true,
                HasOneReason = answers.Select(a => ((Answer.NotInArticle)a).Absence)
                    .Distinct(ByReason.Instance).Count() == 1,
            };
        }

        // The others could read nothing in the question, which proves nothing about them.
        return new(Unproven(answers[absent]), absent);
    }

    // Begins with the article that the question is most likely about. Confidence doesn't tell: it is highest for an
    // article about something else.
    private static List<int> FindAbsent(IReadOnlyList<Answer> answers) =>
    [
        .. FindAll<Answer.NotInArticle>(answers)
            .OrderByDescending(i => IsListed(answers[i])).ThenByDescending(i => GetClosest(answers[i])),
    ];

    private static bool IsListed(Answer answer) =>
        answer is Answer.NotInArticle { Absence: Absence.ListedQuestion or Absence.ListedName };

    // What one article proves says nothing about the others.
    private static Answer.NoPreparedAnswer Unproven(Answer proven) => new((QuestionEntry?)null)
    {
        Question = proven.Question,
        Confidence = proven.Confidence,
        Suggestions = proven.Suggestions,
        Passages = proven.Passages,
        Candidates = proven.Candidates,
        Explainer = proven.Explainer,
    };

    private static MergedAnswer MergeAnswered(IReadOnlyList<Answer> answers, List<int> answered)
    {
        var best = answers[answered[0]];
        List<int> close =
        [
            .. answered.Where(i => GetOdds(answers[i]) >= CloseOdds * GetOdds(best)).Take(Answer.MaxSuggestions),
        ];
        if (close.Count == 1) return new(best, answered[0]);
        var choice = new Answer.Ambiguous
        {
            Question = best.Question,
            Confidence = best.Confidence,
            Suggestions =
                [.. close.Select(i => new Suggestion(((Answer.Answered)answers[i]).Entry, answers[i].Confidence))],
            Candidates = best.Candidates,
            Explainer = best.Explainer,
        };
        return new(choice, answered[0]) { SuggestionSources = close };
    }

    // With the best suggestions of all these answers.
    private static MergedAnswer WithSuggestions(
        Answer answer, int source, IReadOnlyList<Answer> answers, IEnumerable<int> from)
    {
        var closest = (answer as Answer.NoPreparedAnswer)?.Closest;
        List<(Suggestion Suggestion, int Source)> suggestions =
        [
            .. from.SelectMany(i => Offer(answers[i]).Select(s => (Suggestion: s, Source: i)))
                .Where(s => s.Suggestion.Entry != closest)
                .OrderByDescending(s => s.Suggestion.Confidence)
                .Take(Answer.MaxSuggestions),
        ];
        return new(answer with { Suggestions = [.. suggestions.Select(s => s.Suggestion)] }, source)
        {
            SuggestionSources = [.. suggestions.Select(s => s.Source)],
        };
    }

    // What an answer would show by itself: the closest question too, which another article's has displaced.
    private static IEnumerable<Suggestion> Offer(Answer answer) =>
        answer is Answer.NoPreparedAnswer { Closest: { } closest }
            ? answer.Suggestions.Prepend(new Suggestion(closest, GetClosest(answer)))
            : answer.Suggestions;

    // The surest first.
    private static List<int> FindAll<T>(IReadOnlyList<Answer> answers)
        where T : Answer =>
    [
        .. Enumerable.Range(0, answers.Count).Where(i => answers[i] is T)
            .OrderByDescending(i => answers[i].Confidence),
    ];

    // A question whose answer is withheld is as good as a closest one: it says what the article no longer does.
    private static double GetPriority(Answer.NoPreparedAnswer open) => open switch
    {
        { Withheld: not null } => 1 + open.Confidence,
        { Closest: not null } => 1 + GetClosest(open),
        _ => GetClosest(open),
    };

    private static double GetClosest(Answer answer) => answer.Candidates is [var first, ..] ? first.Confidence : 0;

    private static double GetOdds(Answer answer)
    {
        var confidence = Math.Min(answer.Confidence, HighestConfidence);
        return confidence / (1 - confidence);
    }

    // The same kind, and the same name if there is one.
    private sealed class ByReason : IEqualityComparer<Absence>
    {
        public static readonly ByReason Instance = new();

        public bool Equals(Absence? x, Absence? y) => GetReason(x) == GetReason(y);

        public int GetHashCode(Absence obj) => GetReason(obj).GetHashCode();

        private static (Type? Kind, string? Name) GetReason(Absence? absence) =>
            (absence?.GetType(), (absence as Absence.ListedName)?.Name);
    }
}
