using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.Knowledge.Tests.Evaluation;

/// <summary>
/// What a set has reached on the questions that nobody tuned on, each share 0 to 1. A change that falls below answers
/// readers worse.
/// </summary>
internal sealed record ReachedFigures
{
    /// <summary>The shipped set.</summary>
    public static ReachedFigures Shipped { get; } = new()
    {
        AnsweredCorrectly = 0.84,
        RightAnswerVisible = 0.91,
        RightAnswerVisibleOrOffered = 0.98,
        Helped = 0.99,
        AnsweredWrongly = 0.01,
        UnanswerableNotAnswered = 0.99,
        NotInArticle = 0.6,
        Choices = 0.04,
    };

    /// <summary>The shipped set with five phrasings an entry.</summary>
    public static ReachedFigures ShippedWithFivePhrasings { get; } = new()
    {
        AnsweredCorrectly = 0.34,
        RightAnswerVisible = 0.76,
        RightAnswerVisibleOrOffered = 0.92,
        Helped = 0.96,
        RightPassageShown = 0.55,
        AnsweredWrongly = 0.01,
        UnanswerableNotAnswered = 0.99,
        NotInArticle = 0.4,
        Choices = 0.08,
    };

    /// <summary>The article meat-inspection; one of its 27 answerable questions is refused for a name.</summary>
    public static ReachedFigures MeatInspection { get; } = new()
    {
        AnsweredCorrectly = 0.09,
        RightAnswerVisible = 0.72,
        RightAnswerVisibleOrOffered = 0.95,
        Helped = 0.92,
        RightPassageShown = 0.7,
        AnsweredWrongly = 0.05,
        UnanswerableNotAnswered = 0.84,
        FalseRefusals = 0.04,
        RightWhenSure = 0.5,
    };

    /// <summary>The article prepaid-disclosures.</summary>
    public static ReachedFigures PrepaidDisclosures { get; } = new()
    {
        AnsweredCorrectly = 0.22,
        RightAnswerVisible = 0.72,
        RightAnswerVisibleOrOffered = 0.95,
        Helped = 0.92,
        RightPassageShown = 0.6,
        AnsweredWrongly = 0,
        UnanswerableNotAnswered = 1,
    };

    /// <summary>At least so many covered questions are answered with a right entry.</summary>
    public double AnsweredCorrectly { get; init; }

    /// <summary>At least so many covered questions have their right answer shown.</summary>
    public double RightAnswerVisible { get; init; }

    /// <summary>At least so many covered questions have their right answer shown or offered.</summary>
    public double RightAnswerVisibleOrOffered { get; init; } = 0.5;

    /// <summary>At least so many answerable questions are helped with.</summary>
    public double Helped { get; init; } = 0.5;

    /// <summary>
    /// At least so many answerable questions for which no answer is shown have a right passage shown.
    /// </summary>
    public double RightPassageShown { get; init; }

    /// <summary>At most so many of all questions are answered with a wrong entry.</summary>
    public double AnsweredWrongly { get; init; } = 0.1;

    /// <summary>At least so many unanswerable questions are not answered.</summary>
    public double UnanswerableNotAnswered { get; init; } = 0.85;

    /// <summary>At most so many off-topic questions are shown a choice or a closest question.</summary>
    public double OffTopicShown { get; init; } = 1;

    /// <summary>At least so many of the unanswerable questions are said not to be in the article.</summary>
    public double NotInArticle { get; init; }

    /// <summary>At most so many answerable questions are said not to be in the article.</summary>
    public double FalseRefusals { get; init; }

    /// <summary>At most so many of all questions are offered a choice.</summary>
    public double Choices { get; init; } = 1;

    /// <summary>At least so many of the answers given at a confidence of 0.9 or more are right.</summary>
    public double RightWhenSure { get; init; } = 0.9;

    /// <summary>What a report does not reach, one line each.</summary>
    public IEnumerable<string> FindMissed(EvaluationReport report)
    {
        var rates = new (string Name, Rate Rate, double Least, double Most)[]
        {
            (nameof(AnsweredCorrectly), report.AnsweredCorrectly, AnsweredCorrectly, 1),
            (nameof(RightAnswerVisible), report.RightAnswerVisible, RightAnswerVisible, 1),
            (nameof(RightAnswerVisibleOrOffered), report.RightAnswerVisibleOrOffered, RightAnswerVisibleOrOffered, 1),
            (nameof(Helped), report.Helped, Helped, 1),
            (nameof(RightPassageShown), report.RightPassageShown, RightPassageShown, 1),
            (nameof(AnsweredWrongly), report.AnsweredWrongly, 0, AnsweredWrongly),
            (nameof(UnanswerableNotAnswered), report.UnanswerableNotAnswered, UnanswerableNotAnswered, 1),
            (nameof(OffTopicShown), report.OffTopicShown, 0, OffTopicShown),
            (nameof(NotInArticle), report.NotInArticle, NotInArticle, 1),
            (nameof(FalseRefusals), report.FalseRefusals, 0, FalseRefusals),
            (nameof(Choices), report.Choices, 0, Choices),
            (nameof(RightWhenSure), report.RightWhenSure, RightWhenSure, 1),
        };
        return rates.Where(r => r.Rate.Total > 0 && (r.Rate.Share < r.Least || r.Rate.Share > r.Most))
            .Select(r =>
                $"{r.Name}: {r.Rate.Count} of {r.Rate.Total} is {r.Rate.Share:F3}, not {r.Least:F3} to {r.Most:F3}.");
    }
}
