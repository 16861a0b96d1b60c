using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// Remembers, only in memory, the last questions of each conversation and which prepared questions were offered with
/// their answers. If an answer wasn't the right one and the asker chooses an offered question, the asker's words are
/// recorded as a suggested phrasing of it. Nothing is recorded about private replies. Thread-safe.
/// </summary>
/// <param name="usage">Records the suggestions.</param>
public sealed class LastQuestions(UsageTracker usage)
{
    private const int MaxConversations = 1000;

    private readonly LruCache<string, IReadOnlyList<LastQuestion>> _last = new(MaxConversations);

    /// <summary>Remembers questions that were asked in a server, instead of the earlier ones.</summary>
    internal void Put(CommandContext context, string server, IEnumerable<ArticleAnswer> answers) => _last.Put(
        context.Request.ConversationId,
        context.IsPrivate ? [] : [.. answers.Select(a => Create(server, a)).OfType<LastQuestion>()]);

    /// <summary>The asker says that an answer didn't help.</summary>
    internal void MarkNotHelpful(CommandRequest request, string article, string entry)
    {
        if (!request.IsFromOwnReply || !_last.TryGet(request.ConversationId, out var questions)) return;
        _last.Put(
            request.ConversationId,
            [
                .. questions.Select(q => q.Article == article && q.AnsweredBy == entry
                    ? q with { Kind = UsageKind.NotHelpful }
                    : q),
            ]);
    }

    /// <summary>The user of a button or menu chooses an entry.</summary>
    internal void RecordChoice(CommandRequest request, string article, string entry)
    {
        if (!request.IsFromOwnReply
            || request.Caller is not { Server: { } server, User: var user }
            || !_last.TryGet(request.ConversationId, out var questions)
            || questions.FirstOrDefault(q => q.IsOpen && q.Offered.Contains((article, entry))) is not { } question
            || question.Server != server
            || question.Erasures != usage.GetErasureCount(server))
            return;

        // Other questions than those that were answered badly aren't recorded when they are asked.
        if (question.Kind == UsageKind.Offered || question.Article != article)
            usage.RecordQuestion(server, user, article, question.Text, UsageKind.Offered);
        usage.RecordSuggestion(server, article, question.Text, entry);
        // Only the first choice is one instead of the answer.
        _last.Put(request.ConversationId, []);
    }

    private LastQuestion? Create(string server, ArticleAnswer answer)
    {
        UsageKind? kind = answer.Answer switch
        {
            Answer.Answered => UsageKind.Answered,
            Answer.Ambiguous => UsageKind.Offered,
            Answer.NoPreparedAnswer => UsageKind.NoPreparedAnswer,
            _ => null,
        };
        if (kind is not { } known) return null;
        var answeredBy = (answer.Answer as Answer.Answered)?.Entry.Id;
        return new LastQuestion(server, answer.Article.Set.Name, answer.Answer.Question, known, answeredBy)
        {
            Offered = [.. answer.Suggestions.Select(s => (s.Article.Set.Name, s.Entry.Id))],
            Erasures = usage.GetErasureCount(server),
        };
    }

    private sealed record LastQuestion(string Server, string Article, string Text, UsageKind Kind, string? AnsweredBy)
    {
        public required IReadOnlyList<(string Article, string Entry)> Offered { get; init; }

        // What was asked before the server's data was deleted must not be stored.
        public required int Erasures { get; init; }

        public bool IsOpen => Kind != UsageKind.Answered;
    }
}
