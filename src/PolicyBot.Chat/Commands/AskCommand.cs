using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Telemetry;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// <c>/ask question</c>. A suggested question comes back as the option <see cref="EntryOption"/>, which platforms don't
/// list: an entry's id, at most 60 characters, so that it fits into a button's id and always gives that entry. A
/// question chosen from the autocomplete list comes back in place of the question, as an id after a mark.
/// </summary>
/// <param name="lastAnswers">The answers to the last message of each conversation.</param>
/// <param name="usage">Counts what servers ask; null if nothing is counted.</param>
/// <param name="lastQuestions">Remembers what was not answered well; null if nothing is counted.</param>
/// <param name="metrics">Counts all questions; null if nothing is counted.</param>
public sealed class AskCommand(
    LruCache<string, IReadOnlyList<Answer>> lastAnswers,
    UsageTracker? usage,
    LastQuestions? lastQuestions,
    ChatMetrics? metrics) : ICommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "ask";

    /// <summary>The option for the question.</summary>
    public const string QuestionOption = "question";

    /// <summary>The option for the id of an entry.</summary>
    public const string EntryOption = "entry";

    private const string EntryMark = "entry:";

    // Between the key of an article and the id of an entry, which has none.
    private const char KeyMark = '/';

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new(Name, "Ask a question about the article.", [
        new CommandOption(QuestionOption, "Your question, in your own words.")
        {
            IsRequired = true,
            IsDefault = true,
            HasAutocomplete = true
        },
    ])
    {
        CanBePrivate = true,
        MessageAction = "Answer this",
    };

    /// <summary>Creates the action that answers with an entry.</summary>
    public static ReplyAction CreateAction(QuestionEntry entry, string conversationId) =>
        new(entry.Question, CreateEntryRequest(entry.Id, conversationId));

    /// <summary>Creates the request that asks a question, whatever its text.</summary>
    public static CommandRequest CreateRequest(string question, string conversationId) =>
        CommandRequest.Create(Name, conversationId, (QuestionOption, question));

    /// <summary>Creates the request that answers with an entry.</summary>
    public static CommandRequest CreateEntryRequest(string entry, string conversationId) =>
        CommandRequest.Create(Name, conversationId, (EntryOption, entry));

    /// <inheritdoc/>
    public async ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        var chosen = FindChosen(context);
        if (await AnswerAsync(context, chosen, cancellationToken) is not { } message)
        {
            var isWithheld = chosen?.Article?.Set.Withheld.Any(w => w.Id == chosen.Value.Entry) ?? false;
            return Reply.Private(isWithheld ? AnswerTexts.PartChanged : AnswerTexts.EntryIsGone);
        }

        lastAnswers.Put(request.ConversationId, [.. message.Answers.Select(a => a.Answer)]);
        var server = usage is null ? null : request.Caller?.Server;
        if (server is not null) Remember(context, server, chosen is not null, message);
        foreach (var (article, answer) in message.Answers) Count(request, server, article.Set.Name, answer);

        return new AnswerReply(context, isCounted: server is not null).From(message);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken)
    {
        var typed = context.Request.GetOption(optionName) ?? "";
        return ValueTask.FromResult<IReadOnlyList<AutocompleteChoice>>(context.Articles.Count == 1
            ? [.. Complete(context.Article, typed, "", max)]
            : [.. TakeTurns(context.Articles.Select(a => Complete(a, typed, a.Key + KeyMark, max))).Take(max)]);
    }

    private static IEnumerable<AutocompleteChoice> Complete(ServedArticle article, string typed, string key, int max) =>
        article.Questions.Complete(typed, max)
            .Select(q => new AutocompleteChoice(q.Question, $"{EntryMark}{key}{q.Id}"));

    // The best of each article first.
    private static IEnumerable<T> TakeTurns<T>(IEnumerable<IEnumerable<T>> lists) => lists
        .SelectMany(list => list.Select((item, rank) => (Item: item, Rank: rank)))
        .OrderBy(i => i.Rank)
        .Select(i => i.Item);

    private void Remember(CommandContext context, string server, bool isChosen, MessageAnswers message)
    {
        var request = context.Request;
        if (!isChosen)
        {
            // Back shows an earlier reply again.
            if (!request.IsFromComponent) lastQuestions?.Put(context, server, message.Answers);
        }
        else if (message.Answers is [{ Article: var article, Answer: Answer.Answered { Entry.Id: var entry } }])
        {
            lastQuestions?.RecordChoice(request, article.Set.Name, entry);
        }
    }

    private void Count(CommandRequest request, string? server, string article, Answer answer)
    {
        var isPicked = request.GetOption(EntryOption) is not null;
        // Small talk isn't a question.
        if (answer is Answer.SmallTalk) return;
        var (kind, entry) = answer switch
        {
            Answer.Answered { Entry.Id: var id } => (isPicked ? UsageKind.Picked : UsageKind.Answered, id),
            Answer.Ambiguous => (UsageKind.Offered, ""),
            Answer.NotInArticle => (UsageKind.NotInArticle, ""),
            Answer.NoPreparedAnswer => (UsageKind.NoPreparedAnswer, ""),
            Answer.NotUnderstood => (UsageKind.NotUnderstood, ""),
            _ => throw new InvalidOperationException($"Unknown kind of answer: {answer.GetType().Name}."),
        };
        // Without a caller, nobody asked.
        if (request.Caller is not null) metrics?.AddQuestion(kind);
        if (server is null) return;
        usage!.Count(server, article, entry, kind);
        if (IsForTheModerators(answer))
            usage.RecordQuestion(server, request.Caller!.User, article, answer.Question, kind);
    }

    // Nobody could answer a message without words.
    private static bool IsForTheModerators(Answer answer) => answer switch
    {
        Answer.NotInArticle or Answer.NoPreparedAnswer => true,
        Answer.NotUnderstood(var reason) => reason != NotUnderstoodReason.NoWords,
        _ => false,
    };

    // Null if a chosen entry is not there any more.
    private static async ValueTask<MessageAnswers?> AnswerAsync(
        CommandContext context,
        (ServedArticle? Article, string Entry)? chosen,
        CancellationToken cancellationToken)
    {
        if (chosen is not var (article, id))
        {
            return await MessageAnswers.AskAsync(
                context.IsArticleChosen ? [context.Article] : context.Articles,
                context.Request.Options.GetValueOrDefault(QuestionOption, ""),
                cancellationToken);
        }

        return article?.Set.FindQuestion(id) is { } entry
            ? new MessageAnswers([new ArticleAnswer(article, Picked(entry, article))], 1)
            : null;
    }

    // The entry that a button or a chosen suggestion names, with its article; null for a question in someone's words.
    private static (ServedArticle? Article, string Entry)? FindChosen(CommandContext context)
    {
        var question = context.Request.Options.GetValueOrDefault(QuestionOption, "");
        var isMarked = question.StartsWith(EntryMark, StringComparison.Ordinal);
        if ((context.Request.GetOption(EntryOption) ?? (isMarked ? question[EntryMark.Length..] : null)) is not { } id)
            return null;
        return id.Split(KeyMark) is [var key, var entry]
            ? (context.Articles.FirstOrDefault(a => a.Key == key), entry)
            : (context.Article, id);
    }

    private static Answer.Answered Picked(QuestionEntry entry, ServedArticle article) => new(entry)
    {
        Question = entry.Question,
        Confidence = 1,
        Suggestions =
        [
            .. entry.Related.Select(id => article.Set.FindQuestion(id)).OfType<QuestionEntry>()
                .Take(Answer.MaxSuggestions).Select(e => new Suggestion(e, 0)),
        ],
        Explanation = new Explanation(
            entry, entry.Question, null, 0, [new ScorePart("chosen from the suggestions", 1)], [], []),
    };
}
