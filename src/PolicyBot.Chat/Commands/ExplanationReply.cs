using System.Globalization;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>Explains how the answers to a message came about. Private: only the user who wonders sees it.</summary>
internal static class ExplanationReply
{
    // The parts come largest first; the others hardly matter.
    private const int MaxParts = 8;

    /// <summary>The reply that explains each answer, in order.</summary>
    public static Reply From(IReadOnlyList<Answer> answers) => new()
    {
        Title = answers.Count == 1 ? "How this answer came about" : "How these answers came about",
        Blocks = [.. answers.SelectMany(Blocks)],
        IsPrivate = true,
    };

    private static IEnumerable<Block> Blocks(Answer answer)
    {
        var why = answer.Explanation;
        yield return new Block.Paragraph($"You asked: {TextTruncator.Quote(answer.Question)}. {Outcome(answer)}");
        if (Facts(answer.Confidence, why) is { Count: > 0 } facts) yield return new Block.List(facts);
        if (why.Parts.Count == 0) yield break;
        yield return new Block.List(Parts(why), PartsHeading(answer, why));
    }

    private static List<ListItem> Parts(Explanation why)
    {
        var parts = why.Parts.Take(MaxParts).Select(p => new ListItem(Number(p.Value), p.Name)).ToList();
        if (why.Parts.Count > MaxParts)
            parts.Add(new ListItem(Number(why.Parts.Skip(MaxParts).Sum(p => p.Value)), "everything else"));
        return parts;
    }

    private static string PartsHeading(Answer answer, Explanation why)
    {
        var sum = $"(log-odds, {Number(why.Parts.Sum(p => p.Value))} in all; 0 would be as likely as not)";
        return answer.Candidates is [var nearest, ..] && answer is not Answer.Answered
            ? $"How far I was from answering “{nearest.Entry.Question}” {sum}"
            : $"What that is made of {sum}";
    }

    private static string Outcome(Answer answer) => answer switch
    {
        Answer.Answered => "I was sure enough to answer.",
        Answer.Ambiguous => "Several questions were about equally close, so I let you choose.",
        Answer.NotInArticle(var absence) => Proof(absence),
        Answer.NoPreparedAnswer(null) => "No prepared question was close enough, so I showed what the article says.",
        Answer.NoPreparedAnswer => "I wasn't sure enough to answer, so I showed the closest question.",
        Answer.SmallTalk => "I read that as small talk, not as a question.",
        Answer.NotUnderstood(var reason) => Problem(reason),
        _ => throw new InvalidOperationException($"An answer of an unknown kind: {answer.GetType().Name}."),
    };

    private static string Proof(Absence absence) => absence switch
    {
        Absence.ListedQuestion => "It's a question that the article is known not to answer.",
        Absence.ListedName(var name) => $"It's about {name}, which the article is known not to mention.",
        Absence.UnknownName => "It's about a name that the article doesn't use.",
        Absence.UnknownNumber => "It's about a number that the article doesn't use.",
        _ => throw new InvalidOperationException($"An absence of an unknown kind: {absence.GetType().Name}."),
    };

    private static string Problem(NotUnderstoodReason reason) => reason switch
    {
        NotUnderstoodReason.NoWords => "I found no words in it that I could look up.",
        NotUnderstoodReason.TooLong => "It was too long for me to read.",
        NotUnderstoodReason.UnknownWords => "I knew none of its words.",
        NotUnderstoodReason.OtherLanguage => "It was in a language that I can't read.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };

    private static List<ListItem> Facts(double confidence, Explanation why)
    {
        List<ListItem> facts = [];
        if (why.Best is { } best)
        {
            facts.Add(new ListItem(best.Question, best is UnansweredEntry ? "Nearest question (which the article does not answer)" : "Nearest question"));
            if (why.Phrasing is { } phrasing && phrasing != best.Question) facts.Add(new ListItem(phrasing, "Its phrasing most like yours"));
            facts.Add(new ListItem(confidence.ToString("P0", CultureInfo.InvariantCulture), "How sure I was"));
        }

        if (why.RunnerUp is { } second) facts.Add(new ListItem($"{second.Question} (behind by {Number(why.Margin)})", "Second"));
        if (why.UnknownWords.Count > 0) facts.Add(new ListItem(string.Join(", ", why.UnknownWords), "Words that neither the article nor its questions know"));
        if (why.Repairs.Count > 0) facts.Add(new ListItem(string.Join(", ", why.Repairs), "Words read as others"));
        return facts;
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
