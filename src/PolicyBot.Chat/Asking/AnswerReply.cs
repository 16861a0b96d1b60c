using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Feedback;
using PolicyBot.Chat.InContext;
using PolicyBot.Chat.Replies;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Asking;

/// <summary>Puts an answer into words.</summary>
internal static class AnswerReply
{
    private const int MaxRelated = 3;

    // Less likely ones have hardly a word in common with the question.
    private const double MinOffered = 0.05;

    /// <param name="answer">The answer.</param>
    /// <param name="article">The article that it is from.</param>
    /// <param name="place">Where it is shown.</param>
    /// <param name="isCounted">Whether what people make of it is counted there.</param>
    public static Reply Of(Answer answer, ServedArticle article, string place, bool isCounted) => answer switch
    {
        Answer.Answered answered => OfAnswered(answered, article, place, isCounted),
        Answer.Ambiguous ambiguous => new Reply
        {
            Title = "Did you mean…",
            Blocks = [new Block.Paragraph("I am not sure which of these you ask.")],
            Choices = [.. ambiguous.Choices.Select(c => AskCommand.ChoiceOf(c.Entry, place))],
        },
        Answer.NotInArticle absent => OfNotInArticle(absent, article, place),
        Answer.NotUnderstood unclear => new Reply
        {
            Title = "I am not sure what you ask",
            Blocks = [new Block.Paragraph(unclear.Reason)],
            ChoicesTitle = "You can ask, for example:",
            Choices = [.. unclear.Examples.Select(e => AskCommand.ChoiceOf(e, place))],
            IsPrivate = true,
        },
        _ => throw new InvalidOperationException($"An answer of an unknown kind: {answer.GetType().Name}."),
    };

    private static Reply OfAnswered(Answer.Answered answered, ServedArticle article, string place, bool isCounted)
    {
        var related = answered.Entry.Related
            .Select(id => article.Set.Questions.FirstOrDefault(q => q.Id == id)).OfType<QuestionEntry>().Take(MaxRelated)
            .Select(e => AskCommand.ChoiceOf(e, place)).ToList();
        return new Reply
        {
            Title = answered.Entry.Question,
            Blocks = [new Block.Paragraph(answered.Entry.AnswerText), .. Quotations(answered.Entry.Evidence, article.Set)],
            Source = article.SourceLine,
            ChoicesTitle = related.Count == 0 ? null : "You may also want to know:",
            Choices = related,
            Actions = [ContextCommand.ChoiceOf(answered.Entry, place), .. isCounted ? FeedbackCommand.ChoicesOf(answered.Entry, place) : []],
            Again = AskCommand.ChoiceOf(answered.Entry, place).Invocation,
        };
    }

    private static Reply OfNotInArticle(Answer.NotInArticle absent, ServedArticle article, string place)
    {
        var near = absent.Suggestions.Where(s => s.Confidence >= MinOffered).Take(MaxRelated).Select(s => AskCommand.ChoiceOf(s.Entry, place)).ToList();
        return new Reply
        {
            Title = "I find no answer in the article",
            Blocks = [new Block.Paragraph(absent.Reason), new Block.Note("What it says that comes nearest:"), .. Quotations(absent.Nearest, article.Set)],
            Source = article.SourceLine,
            ChoicesTitle = near.Count == 0 ? null : "What I can answer:",
            Choices = near,
        };
    }

    // A passage that stands within another one that is shown would only say the same words twice.
    private static IEnumerable<Block.Quotation> Quotations(IReadOnlyList<Passage> passages, KnowledgeSet set) =>
        from passage in passages
        where !passages.Any(other => other.Span != passage.Span && Holds(other.Span, passage.Span))
        select new Block.Quotation(passage.Text, set.Quotes.FirstOrDefault(q => Holds(q.Passage.Span, passage.Span))?.Speaker);

    private static bool Holds(TextSpan outer, TextSpan inner) => outer.Start <= inner.Start && inner.End <= outer.End;
}
