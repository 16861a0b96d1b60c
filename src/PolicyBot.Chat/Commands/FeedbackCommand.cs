using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// The thumbs under an answer: counts a vote for an entry, and records the question of an answer that didn't help. Of
/// each user the last vote counts, as long as it is remembered; who voted is not stored.
/// </summary>
internal sealed class FeedbackCommand(
    LruCache<string, IReadOnlyList<Answer>> lastAnswers, UsageTracker usage) : ICommand
{
    private const string Name = "feedback";
    private const string VoteOption = "vote";
    private const string Yes = "yes";
    private const string No = "no";

    // Votes that are remembered, so that each counts once.
    private const int MaxVotes = 10_000;

    private readonly LruCache<(string User, string Server, int Erasures, string Article, string Entry), Vote> _votes =
        new(MaxVotes);

    public CommandDefinition Definition { get; } = new(Name, "Say whether an answer helped.", []) { IsListed = false };

    /// <summary>Creates the two buttons under an answer.</summary>
    public static IReadOnlyList<ReplyAction> CreateActions(QuestionEntry entry, string conversationId) =>
    [
        CreateAction(FeedbackTexts.ThumbsUp, entry, Yes, conversationId),
        CreateAction(FeedbackTexts.ThumbsDown, entry, No, conversationId),
    ];

    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Reply.Private(Run(context)) with { IsFollowUp = true });

    private static ReplyAction CreateAction(string label, QuestionEntry entry, string vote, string conversationId) =>
        new(label, CommandRequest.Create(Name, conversationId, (AskCommand.EntryOption, entry.Id), (VoteOption, vote)))
        {
            KeepsHistory = true,
        };

    private static UsageKind GetKind(bool isHelpful) => isHelpful ? UsageKind.Helpful : UsageKind.NotHelpful;

    private string Run(CommandContext context)
    {
        var (request, article) = context;
        if (request.Caller is not { Server: { } server, User: var user }
            || article.Set.FindQuestion(request.GetOption(AskCommand.EntryOption)) is not { } entry)
            return FeedbackTexts.Outdated;
        var isHelpful = request.GetOption(VoteOption) == Yes;
        var name = article.Set.Name;
        var vote = _votes.GetOrAdd((user, server, usage.GetErasureCount(server), name, entry.Id), _ => new Vote());
        if (vote.Put(isHelpful) is not { } former) return FeedbackTexts.AlreadyCounted;
        usage.Count(server, name, entry.Id, GetKind(isHelpful));
        if (former.Vote is { } revoked) usage.Count(server, name, entry.Id, GetKind(revoked), -1);
        // A user who changes their mind several times has still asked one question.
        if (!isHelpful && former.IsFirstOfItsKind)
            usage.RecordQuestion(server, name, FindQuestion(request.ConversationId, entry), UsageKind.NotHelpful);
        return isHelpful ? FeedbackTexts.Helpful : FeedbackTexts.NotHelpful;
    }

    // Returns the voter's own words, if the voter asked the question.
    private string FindQuestion(string conversationId, QuestionEntry entry) =>
        lastAnswers.TryGet(conversationId, out var last)
        && last.OfType<Answer.Answered>().FirstOrDefault(a => a.Entry.Id == entry.Id) is { } answer
            ? answer.Question
            : entry.Question;

    private sealed class Vote
    {
        private readonly Lock _sync = new();
        private readonly HashSet<bool> _given = [];
        private bool? _current;

        /// <summary>Replaces the vote; returns the one before, or null if it was the same.</summary>
        public Former? Put(bool isHelpful)
        {
            lock (_sync)
            {
                if (_current == isHelpful) return null;
                var former = new Former(_current, _given.Add(isHelpful));
                _current = isHelpful;
                return former;
            }
        }
    }

    private sealed record Former(bool? Vote, bool IsFirstOfItsKind);
}
