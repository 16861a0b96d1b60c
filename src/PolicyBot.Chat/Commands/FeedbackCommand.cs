using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// What is behind the buttons <c>Helpful</c> and <c>Not helpful</c>: counts a vote for an entry, and keeps the question of an answer that did not
/// help. Of each person one vote counts, the last, for as long as it is remembered; who voted is not kept.
/// </summary>
internal sealed class FeedbackCommand(LruCache<string, IReadOnlyList<Answer>> lastAnswers, UsageTracker usage) : ICommand
{
    private const string Name = "feedback";
    private const string VoteOption = "vote";
    private const string Yes = "yes";
    private const string No = "no";

    // Whose vote is remembered, so that it counts once.
    private const int MaxVotes = 10_000;

    private readonly LruCache<(string User, string Community, int Erasures, string Article, string Entry), Vote> _votes = new(MaxVotes);

    public CommandDefinition Definition { get; } = new(Name, "Say whether an answer helped.", []) { IsListed = false };

    /// <summary>The two buttons under an answer.</summary>
    public static IReadOnlyList<ReplyAction> CreateActions(QuestionEntry entry, string place) => [Choice("Helpful", entry, Yes, place), Choice("Not helpful", entry, No, place)];

    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        if (request.Caller is not { Server: { } community, User: var user } || article.Set.Questions.FirstOrDefault(q => q.Id == request.GetOption(AskCommand.EntryOption)) is not { } entry)
            return ValueTask.FromResult(Beside("That answer is none that I give here now, so I did not count it."));
        var isHelpful = request.GetOption(VoteOption) == Yes;
        var vote = _votes.GetOrAdd((user, community, usage.GetErasureCount(community), article.Set.Name, entry.Id), _ => new Vote());
        if (vote.Put(isHelpful) is not { } former) return ValueTask.FromResult(Beside("You have told me so already. Thank you."));
        usage.Count(community, article.Set.Name, entry.Id, isHelpful ? UsageKind.Helpful : UsageKind.NotHelpful);
        if (former.Vote is { } taken) usage.Count(community, article.Set.Name, entry.Id, taken ? UsageKind.Helpful : UsageKind.NotHelpful, -1);
        // However often somebody changes their mind, their question is one.
        if (!isHelpful && former.IsFirstOfItsKind) usage.RecordQuestion(community, article.Set.Name, QuestionOf(request.ConversationId, entry), UsageKind.NotHelpful);
        return ValueTask.FromResult(Beside(isHelpful ? "Thank you, that is good to know." : "Thank you. I count that, so that the moderators see where I do not help."));
    }

    private static ReplyAction Choice(string label, QuestionEntry entry, string vote, string place) =>
        new(label, CommandRequest.Create(Name, place, (AskCommand.EntryOption, entry.Id), (VoteOption, vote))) { KeepsHistory = true };

    private static Reply Beside(string text) => Reply.Private(text) with { IsFollowUp = true };

    // In the words of whoever did not find it helpful, where it was they who asked.
    private string QuestionOf(string place, QuestionEntry entry) =>
        lastAnswers.TryGet(place, out var last) && last.OfType<Answer.Answered>().FirstOrDefault(a => a.Entry.Id == entry.Id) is { } answer
            ? answer.Question
            : entry.Question;

    private sealed class Vote
    {
        private readonly Lock _sync = new();
        private readonly HashSet<bool> _given = [];
        private bool? _current;

        /// <summary>The vote before this one, or null where it was the same.</summary>
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
