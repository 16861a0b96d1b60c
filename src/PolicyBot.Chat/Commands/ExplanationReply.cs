using System.Globalization;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>Explains the answers to a message. The reply is private.</summary>
/// <param name="withNumbers">Whether the log-odds of every part are shown, or only the main reasons in words.</param>
internal sealed class ExplanationReply(bool withNumbers)
{
    // The parts are sorted, the largest first; the others hardly matter.
    private const int MaxParts = 8;
    private const int MaxReasons = 3;

    /// <summary>Creates the reply that explains each answer, in order.</summary>
    public Reply From(IReadOnlyList<Answer> answers) => new()
    {
        Title = answers.Count == 1 ? ExplanationTexts.Title : ExplanationTexts.TitleOfSeveral,
        Blocks = [.. answers.SelectMany(CreateBlocks)],
        IsPrivate = true,
    };

    private IEnumerable<Block> CreateBlocks(Answer answer)
    {
        var why = answer.Explanation;
        yield return new Block.Paragraph(
            $"You asked: {TextTruncator.Quote(answer.Question)}. {ExplanationTexts.GetOutcome(answer)}");
        if (ListFacts(answer.Confidence, why) is { Count: > 0 } facts) yield return new Block.List(facts);
        if (withNumbers)
        {
            if (why.Parts.Count > 0) yield return new Block.List(ListParts(why), GetPartsHeading(answer, why));
            yield break;
        }

        if (ListReasons(why.Parts.Where(p => p.Value > 0)) is { Count: > 0 } raised)
            yield return new Block.List(raised, ExplanationTexts.Raised);
        if (ListReasons(why.Parts.Where(p => p.Value < 0)) is { Count: > 0 } lowered)
            yield return new Block.List(lowered, ExplanationTexts.Lowered);
    }

    private static List<ListItem> ListReasons(IEnumerable<ScorePart> parts) =>
        [.. parts.Where(p => p.Name != ScorePart.StartingPoint).Take(MaxReasons).Select(p => new ListItem(p.Name))];

    private static List<ListItem> ListParts(Explanation why)
    {
        var parts = why.Parts.Take(MaxParts).Select(p => new ListItem(Format(p.Value), p.Name)).ToList();
        if (why.Parts.Count > MaxParts)
            parts.Add(new ListItem(Format(why.Parts.Skip(MaxParts).Sum(p => p.Value)), "everything else"));
        return parts;
    }

    private static string GetPartsHeading(Answer answer, Explanation why)
    {
        var sum = $"(log-odds; {Format(why.Parts.Sum(p => p.Value))} in total, where 0 means 50%)";
        return answer.Candidates is [var nearest, ..] && answer is not Answer.Answered
            ? $"How far I was from answering “{nearest.Entry.Question}” {sum}"
            : $"What my confidence consists of {sum}";
    }

    private List<ListItem> ListFacts(double confidence, Explanation why)
    {
        List<ListItem> facts = [];
        if (why.Best is { } best)
        {
            facts.Add(new ListItem(
                best.Question,
                best is UnanswerableEntry ? ExplanationTexts.ClosestUnanswered : ExplanationTexts.Closest));
            if (why.Phrasing is { } phrasing && phrasing != best.Question)
                facts.Add(new ListItem(phrasing, ExplanationTexts.Phrasing));
            facts.Add(new ListItem(
                string.Create(CultureInfo.InvariantCulture, $"{100 * confidence:0}%"), ExplanationTexts.Confidence));
        }

        if (why.RunnerUp is { } second)
        {
            var margin = withNumbers ? $" (behind by {Format(why.Margin)})" : "";
            facts.Add(new ListItem(second.Question + margin, ExplanationTexts.SecondClosest));
        }

        if (why.UnknownWords.Count > 0)
            facts.Add(new ListItem(string.Join(", ", why.UnknownWords), ExplanationTexts.UnknownWords));
        if (why.Corrections.Count > 0)
            facts.Add(new ListItem(string.Join(", ", why.Corrections), ExplanationTexts.Corrections));
        return facts;
    }

    private static string Format(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
