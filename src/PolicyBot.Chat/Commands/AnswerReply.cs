using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>Creates the reply to a message from the answers to its questions.</summary>
/// <param name="article">The article that the answers are from.</param>
/// <param name="conversationId">Where the reply is shown.</param>
/// <param name="isCounted">Whether feedback is counted there.</param>
internal sealed class AnswerReply(ServedArticle article, string conversationId, bool isCounted)
{
    /// <summary>The reply to all questions of a message.</summary>
    public Reply From(MessageAnswers message) =>
        message is { Answers: [var only], QuestionCount: 1 } ? From(only) : FromSeveral(message);

    private Reply From(Answer answer) => answer switch
    {
        Answer.Answered answered => FromAnswered(answered),
        Answer.Ambiguous => new Reply
        {
            Kind = ReplyKind.Choice,
            Title = AnswerTexts.WhichOfThese,
            Blocks = Passages(answer, AnswerTexts.ClosestPassages),
            Source = SourceOf(answer),
            Choices = ChoicesOf(answer),
        },
        Answer.NotInArticle absent => new Reply
        {
            Kind = ReplyKind.Refusal,
            Title = AnswerTexts.From(absent.Absence),
            Blocks = Passages(answer, AnswerTexts.ClosestPassages),
            Source = SourceOf(answer),
            ChoicesHeading = TitleOfChoices(answer, AnswerTexts.OtherQuestions),
            Choices = ChoicesOf(answer),
        },
        Answer.NoPreparedAnswer { Closest: { } closest } => FromClosest(answer, closest),
        Answer.NoPreparedAnswer => FromPassages(answer),
        Answer.SmallTalk talk => new Reply
        {
            Blocks = [new Block.Paragraph(AnswerTexts.From(talk.Kind, article.Set.Article.Title))],
            ChoicesHeading = TitleOfChoices(answer, AnswerTexts.Examples),
            Choices = ChoicesOf(answer),
        },
        Answer.NotUnderstood unclear => new Reply
        {
            Kind = ReplyKind.Refusal,
            Title = AnswerTexts.From(unclear.Reason),
            ChoicesHeading = TitleOfChoices(answer, AnswerTexts.Examples),
            Choices = ChoicesOf(answer),
            IsPrivate = true,
        },
        _ => throw new InvalidOperationException($"Unknown kind of answer: {answer.GetType().Name}."),
    };

    private Reply FromAnswered(Answer.Answered answer) => new()
    {
        Title = answer.Entry.Question,
        Blocks = [.. AnswerAndEvidence(answer.Entry)],
        Source = article.SourceLine,
        ChoicesHeading = TitleOfChoices(answer, AnswerTexts.Related),
        Choices = ChoicesOf(answer),
        Actions =
        [
            ContextCommand.CreateAction(answer.Entry, conversationId),
            .. isCounted ? FeedbackCommand.CreateActions(answer.Entry, conversationId) : [],
        ],
        Permalink = AskCommand.CreateAction(answer.Entry, conversationId).Request,
    };

    // The user didn't ask for this entry, so there are no feedback buttons.
    private Reply FromClosest(Answer answer, QuestionEntry closest) => new()
    {
        Kind = ReplyKind.Choice,
        Title = AnswerTexts.NotSure,
        Blocks =
        [
            new Block.Paragraph(AnswerTexts.ClosestQuestion),
            new Block.Subheading(closest.Question),
            .. AnswerAndEvidence(closest),
            .. Passages(answer, _ => AnswerTexts.AlsoSays),
        ],
        Source = article.SourceLine,
        ChoicesHeading = TitleOfChoices(answer, AnswerTexts.OtherQuestions),
        Choices = ChoicesOf(answer),
        Actions = [ContextCommand.CreateAction(closest, conversationId)],
    };

    private Reply FromPassages(Answer answer)
    {
        var hasQuestions = article.Set.Questions.Count > 0;
        return new Reply
        {
            Kind = ReplyKind.Refusal,
            Title = hasQuestions ? AnswerTexts.NoPreparedAnswer : AnswerTexts.NoQuestionsYet,
            Blocks = Passages(answer, hasQuestions ? AnswerTexts.ClosestPassagesInTheArticle : null),
            Source = SourceOf(answer),
            ChoicesHeading = TitleOfChoices(answer, AnswerTexts.OtherQuestions),
            Choices = ChoicesOf(answer),
        };
    }

    // Numbers identify the questions, because a reply never repeats what a user typed.
    private Reply FromSeveral(MessageAnswers message)
    {
        var parts = message.Answers.Select(From).ToList();
        var blocks = new List<Block>();
        var actions = new List<ReplyAction>();
        foreach (var (index, part) in parts.Index())
        {
            blocks.Add(new Block.Subheading($"{index + 1}. {part.Title}"));
            blocks.AddRange(part.Blocks);
            // The buttons are for all parts, so a choice needs its questions next to it.
            if (message.Answers[index] is Answer.Ambiguous)
                blocks.Add(new Block.List([.. part.Choices.Select(c => new ListItem(c.Label))]));
            if (ShownEntry(message.Answers[index]) is not { } entry) continue;
            var inContext = ContextCommand.CreateAction(entry, conversationId);
            actions.Add(inContext with { Label = $"{inContext.Label} ({index + 1})" });
        }

        if (message.QuestionCount > parts.Count)
            blocks.Add(new Block.Note(AnswerTexts.FirstOf(parts.Count, message.QuestionCount)));
        var answered = message.Answers.Select(ShownEntry).ToHashSet();
        var choices = message.Answers.SelectMany(a => a.Suggestions).Select(s => s.Entry)
            .Where(e => !answered.Contains(e)).Distinct()
            .Take(Reply.MaxChoices).Select(e => AskCommand.CreateAction(e, conversationId)).ToList();
        return new Reply
        {
            Blocks = blocks,
            Source = parts.Any(p => p.Source is not null) ? article.SourceLine : null,
            ChoicesHeading = choices.Count == 0 ? null : AnswerTexts.NextQuestions,
            Choices = choices,
            Actions = actions,
            Kind = parts.Min(p => p.Kind),
            IsPrivate = parts.All(p => p.IsPrivate),
        };
    }

    private static QuestionEntry? ShownEntry(Answer answer) => answer switch
    {
        Answer.Answered(var entry) => entry,
        Answer.NoPreparedAnswer(var closest) => closest,
        _ => null,
    };

    private static string? TitleOfChoices(Answer answer, string title) => answer.Suggestions.Count == 0 ? null : title;

    private List<ReplyAction> ChoicesOf(Answer answer) =>
        [.. answer.Suggestions.Select(s => AskCommand.CreateAction(s.Entry, conversationId))];

    private SourceLine? SourceOf(Answer answer) => answer.Passages.Count == 0 ? null : article.SourceLine;

    // A sentence that is its own evidence is shown once, as the quotation.
    private IEnumerable<Block> AnswerAndEvidence(QuestionEntry entry)
    {
        var own = entry.Answer.Where(s => !s.RepeatsEvidence).Select(s => s.Text).ToList();
        if (own.Count > 0) yield return new Block.Paragraph(string.Join(' ', own));
        foreach (var quotation in Quotations(entry.Evidence)) yield return quotation;
    }

    // The passages of an answer under a note that names how many there are, or under none.
    private List<Block> Passages(Answer answer, Func<int, string>? note)
    {
        List<Block> quotations = [.. Quotations(answer.Passages)];
        if (note is not null && quotations.Count > 0) quotations.Insert(0, new Block.Note(note(quotations.Count)));
        return quotations;
    }

    // A passage inside another one that is shown would repeat its words.
    private IEnumerable<Block.Quote> Quotations(IReadOnlyList<Passage> passages) =>
        from passage in passages
        where !passages.Any(other => other.Span != passage.Span && Contains(other.Span, passage.Span))
        select article.Quote(
            passage, article.Set.Quotes.FirstOrDefault(q => Contains(q.Passage.Span, passage.Span))?.Speaker);

    private static bool Contains(TextSpan outer, TextSpan inner) =>
        outer.Start <= inner.Start && inner.End <= outer.End;
}
