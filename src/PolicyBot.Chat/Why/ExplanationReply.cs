using System.Globalization;
using PolicyBot.Chat.Replies;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Why;

/// <summary>Puts into words how an answer came about. Private: it is an aside to whoever wonders.</summary>
internal static class ExplanationReply
{
    public static Reply Of(Answer answer)
    {
        var why = answer.Explanation;
        List<Block> blocks = [new Block.Paragraph($"You asked: {Shown.Quoted(answer.Question)}. {Outcome(answer)}")];
        if (Facts(answer.Confidence, why) is { Count: > 0 } facts) blocks.Add(new Block.Listing(facts));
        if (why.Parts.Count > 0) blocks.Add(new Block.Listing([.. why.Parts.Select(p => new ListItem(Number(p.Value), p.Name))], PartsHeading(answer, why)));
        return new Reply { Title = "How this answer came about", Blocks = blocks, IsPrivate = true };
    }

    private static string PartsHeading(Answer answer, Explanation why) => answer.Candidates() is [var nearest, ..] && answer is not Answer.Answered
        ? $"How far I was from answering “{nearest.Entry.Question}” (log-odds, {Number(why.Parts.Sum(p => p.Value))} in all; 0 would be as likely as not)"
        : $"What that is made of (log-odds, {Number(why.Parts.Sum(p => p.Value))} in all; 0 would be as likely as not)";

    private static string Outcome(Answer answer) => answer switch
    {
        Answer.Answered => "I was sure enough to answer.",
        Answer.Ambiguous => "I was not sure enough of one question, so I let you choose.",
        Answer.NotInArticle absent => $"I took it for something that the article does not say. {absent.Reason}",
        Answer.NotUnderstood unclear => $"I could not tell what was asked. {unclear.Reason}",
        _ => throw new InvalidOperationException($"An answer of an unknown kind: {answer.GetType().Name}."),
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
