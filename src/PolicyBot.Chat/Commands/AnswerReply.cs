using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>Creates the reply to a message from the answers to its questions.</summary>
/// <param name="context">What was asked where.</param>
/// <param name="isCounted">Whether feedback is counted there.</param>
internal sealed class AnswerReply(CommandContext context, bool isCounted)
{
    private readonly string _conversationId = context.Request.ConversationId;

    /// <summary>The reply to all questions of a message.</summary>
    public Reply From(MessageAnswers message)
    {
        var reply = message is { Answers: [var only], QuestionCount: 1 } ? From(only) : FromSeveral(message);
        var isAnswered = message.Answers.All(a => a.Answer is Answer.Answered or Answer.SmallTalk);
        return context.MissingArticles.Count == 0 || isAnswered || context.IsArticleChosen
            ? reply
            : reply with
            {
                Blocks = [.. reply.Blocks, new Block.Note(AnswerTexts.NotLookedIn(context.MissingArticles.Count))],
            };
    }

    private Reply From(ArticleAnswer answer) => answer.Answer switch
    {
        Answer.Answered answered => FromAnswered(answer, answered.Entry),
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
            Title = !answer.IsNotInAnyArticle ? AnswerTexts.From(absent.Absence)
                : answer.HasOneReason ? AnswerTexts.FromAll(absent.Absence)
                : AnswerTexts.NoneSaysThat,
            Blocks = Passages(answer, AnswerTexts.ClosestPassages),
            Source = SourceOf(answer),
            ChoicesHeading = TitleOfChoices(answer, AnswerTexts.OtherQuestions),
            Choices = ChoicesOf(answer),
        },
        Answer.NoPreparedAnswer { Closest: { } closest } => FromClosest(answer, closest),
        Answer.NoPreparedAnswer => FromPassages(answer),
        Answer.SmallTalk talk => new Reply
        {
            Blocks = [new Block.Paragraph(AnswerTexts.From(talk.Kind, Titles))],
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
        _ => throw new InvalidOperationException($"Unknown kind of answer: {answer.Answer.GetType().Name}."),
    };

    private IReadOnlyList<string> Titles => [.. context.Articles.Select(a => a.Set.Article.Title)];

    private Reply FromAnswered(ArticleAnswer answer, QuestionEntry entry) => new()
    {
        Title = entry.Question,
        Blocks = [.. AnswerAndEvidence(entry, answer.Article)],
        Source = SourceOf(entry, answer.Article),
        ChoicesHeading = TitleOfChoices(answer, AnswerTexts.Related),
        Choices = ChoicesOf(answer),
        Actions =
        [
            .. InContext(entry, answer.Article),
            .. isCounted
                ? FeedbackCommand.CreateActions(entry, _conversationId).Select(a => Mark(a, answer.Article))
                : [],
        ],
        Permalink = Mark(AskCommand.CreateAction(entry, _conversationId), answer.Article).Request,
    };

    // The user didn't ask for this entry, so there are no feedback buttons.
    private Reply FromClosest(ArticleAnswer answer, QuestionEntry closest) => new()
    {
        Kind = ReplyKind.Choice,
        Title = AnswerTexts.NotSure,
        Blocks =
        [
            new Block.Paragraph(AnswerTexts.ClosestQuestion),
            new Block.Subheading(closest.Question),
            .. AnswerAndEvidence(closest, answer.Article),
            .. Passages(answer, _ => AnswerTexts.AlsoSays),
        ],
        Source = SourceOf(closest, answer.Article),
        ChoicesHeading = TitleOfChoices(answer, AnswerTexts.OtherQuestions),
        Choices = ChoicesOf(answer),
        Actions = [.. InContext(closest, answer.Article)],
    };

    private Reply FromPassages(ArticleAnswer answer)
    {
        var hasQuestions = answer.Article.Set.Questions.Count > 0;
        var withheld = (answer.Answer as Answer.NoPreparedAnswer)?.Withheld;
        return new Reply
        {
            Kind = ReplyKind.Refusal,
            Title = withheld is not null ? AnswerTexts.PartChanged
                : hasQuestions ? AnswerTexts.NoPreparedAnswer
                : answer.Article.Set.Withheld.Count > 0 ? AnswerTexts.AllWithheld
                : AnswerTexts.NoQuestionsYet,
            Blocks =
            [
                .. withheld is null ? Array.Empty<Block>() : [new Block.Subheading(withheld.Question)],
                .. Passages(answer, hasQuestions ? AnswerTexts.ClosestPassagesInTheArticle : null),
            ],
            Source = SourceOf(answer),
            ChoicesHeading = TitleOfChoices(answer, AnswerTexts.OtherQuestions),
            Choices = ChoicesOf(answer),
        };
    }

    // Numbers identify the questions, because a reply never repeats what a user typed.
    private Reply FromSeveral(MessageAnswers message)
    {
        var parts = message.Answers.Select(From).ToList();
        var sources = parts.Select(p => p.Source).OfType<SourceLine>().Distinct().ToList();
        var blocks = new List<Block>();
        var actions = new List<ReplyAction>();
        foreach (var (index, part) in parts.Index())
        {
            blocks.Add(new Block.Subheading($"{index + 1}. {part.Title}"));
            blocks.AddRange(part.Blocks);
            // The buttons are for all parts, so a choice needs its questions next to it.
            if (message.Answers[index].Answer is Answer.Ambiguous)
                blocks.Add(new Block.List([.. part.Choices.Select(c => new ListItem(c.Label))]));
            if (sources.Count > 1 && part.Source is { } source) blocks.Add(new Block.Note(source.Text));
            if (ShownEntry(message.Answers[index].Answer) is not { } entry) continue;
            actions.AddRange(
                InContext(entry, message.Answers[index].Article)
                    .Select(a => a with { Label = $"{a.Label} ({index + 1})" }));
        }

        if (message.QuestionCount > parts.Count)
            blocks.Add(new Block.Note(AnswerTexts.FirstOf(parts.Count, message.QuestionCount)));
        var answered = message.Answers.Select(a => ShownEntry(a.Answer)).ToHashSet();
        var choices = message.Answers.SelectMany(a => a.Suggestions)
            .Where(s => !answered.Contains(s.Entry)).Distinct()
            .Take(Reply.MaxChoices).Select(CreateChoice).ToList();
        return new Reply
        {
            Blocks = blocks,
            Source = sources is [var only] ? only : null,
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

    private static string? TitleOfChoices(ArticleAnswer answer, string title) =>
        answer.Suggestions.Count == 0 ? null : title;

    private List<ReplyAction> ChoicesOf(ArticleAnswer answer)
    {
        var isFromSeveral = answer.Suggestions.Select(s => s.Article).Distinct().Count() > 1;
        return
        [
            .. answer.Suggestions.Select(CreateChoice).Zip(
                answer.Suggestions,
                (choice, s) => isFromSeveral
                    ? choice with { Label = AnswerTexts.InArticle(choice.Label, s.Article.Set.Article.Title) }
                    : choice),
        ];
    }

    private ReplyAction CreateChoice((QuestionEntry Entry, ServedArticle Article) suggestion) =>
        Mark(AskCommand.CreateAction(suggestion.Entry, _conversationId), suggestion.Article);

    // If there is only one article, buttons need not name it.
    private ReplyAction Mark(ReplyAction action, ServedArticle article) =>
        context.Articles.Count > 1 ? action.For(article) : action;

    // A server's own question has no words of the article to show.
    private IEnumerable<ReplyAction> InContext(QuestionEntry entry, ServedArticle article) =>
        entry.Source is null ? [Mark(ContextCommand.CreateAction(entry, _conversationId), article)] : [];

    private static SourceLine SourceOf(QuestionEntry entry, ServedArticle article) => entry.Source is { } source
        ? new SourceLine(AnswerTexts.ServerSource(source), source.Url)
        : article.SourceLine;

    private static SourceLine? SourceOf(ArticleAnswer answer) =>
        answer.Answer.Passages.Count == 0 ? null : answer.Article.SourceLine;

    // A sentence that is its own evidence is shown once, as the quotation.
    private static IEnumerable<Block> AnswerAndEvidence(QuestionEntry entry, ServedArticle article)
    {
        var own = entry.Answer.Where(s => !s.RepeatsEvidence).Select(s => s.Text).ToList();
        if (own.Count > 0) yield return new Block.Paragraph(string.Join(' ', own));
        if (entry.Source is not null) yield return new Block.Note(AnswerTexts.ServerAnswer);
        foreach (var quotation in Quotations(entry.Evidence, article)) yield return quotation;
        if (entry.IsShortened) yield return new Block.Note(AnswerTexts.Shortened);
        var isCorrected = entry.IsShortened || article.Set.IsChanged(entry.Evidence);
        if (article.Set.Article.Correction is { } correction && isCorrected)
            yield return new Block.Note(CorrectionTexts.Describe(correction));
    }

    // The passages of an answer under a note that names how many there are, or under none.
    private static List<Block> Passages(ArticleAnswer answer, Func<int, string>? note)
    {
        List<Block> quotations = [.. Quotations(answer.Answer.Passages, answer.Article)];
        if (note is not null && quotations.Count > 0) quotations.Insert(0, new Block.Note(note(quotations.Count)));
        return quotations;
    }

    // A passage inside another one that is shown would repeat its words.
    private static IEnumerable<Block.Quote> Quotations(IReadOnlyList<Passage> passages, ServedArticle article) =>
        from passage in passages
        where !passages.Any(other => other.Span != passage.Span && Contains(other.Span, passage.Span))
        select article.Quote(
            passage, article.Set.Quotes.FirstOrDefault(q => Contains(q.Passage.Span, passage.Span))?.Speaker);

    private static bool Contains(TextSpan outer, TextSpan inner) =>
        outer.Start <= inner.Start && inner.End <= outer.End;
}
