using NodaTime;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// The thumbs under an answer: counts a vote for an entry, and records the question of an answer that didn't help. Of
/// each user the last vote about an entry counts.
/// </summary>
internal sealed class FeedbackCommand(
    LruCache<string, IReadOnlyList<Answer>> lastAnswers,
    UsageTracker usage,
    IVoteStore votes,
    LastQuestions lastQuestions,
    IClock clock) : ICommand
{
    private const string Name = "feedback";
    private const string VoteOption = "vote";
    private const string Yes = "yes";
    private const string No = "no";

    public CommandDefinition Definition { get; } = new(Name, "Say whether an answer helped.", []) { IsListed = false };

    /// <summary>Creates the two buttons under an answer.</summary>
    public static IReadOnlyList<ReplyAction> CreateActions(QuestionEntry entry, string conversationId) =>
    [
        CreateAction(FeedbackTexts.ThumbsUp, entry, Yes, conversationId),
        CreateAction(FeedbackTexts.ThumbsDown, entry, No, conversationId),
    ];

    public async ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken) =>
        Reply.Private(await VoteAsync(context, cancellationToken)) with { IsFollowUp = true };

    private static ReplyAction CreateAction(string label, QuestionEntry entry, string vote, string conversationId) =>
        new(label, CommandRequest.Create(Name, conversationId, (AskCommand.EntryOption, entry.Id), (VoteOption, vote)))
        {
            KeepsHistory = true,
        };

    private static UsageKind GetKind(bool isHelpful) => isHelpful ? UsageKind.Helpful : UsageKind.NotHelpful;

    private async Task<string> VoteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        if (request.Caller is not { Server: { } server, User: var user }
            || article.Set.FindQuestion(request.GetOption(AskCommand.EntryOption)) is not { } entry)
            return FeedbackTexts.Outdated;
        var isHelpful = request.GetOption(VoteOption) == Yes;
        var name = article.Set.Name;
        if (!isHelpful) lastQuestions.MarkNotHelpful(request, name, entry.Id);
        VoteResult result;
        try
        {
            var vote = new Vote(server, user, name, entry.Id, isHelpful);
            result = await votes.RecordAsync(vote, clock.GetCurrentInstant(), cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // Counted now, it could be counted again later.
            return FeedbackTexts.NotNow;
        }

        if (!result.IsCounted) return FeedbackTexts.AlreadyCounted;
        usage.Count(server, name, entry.Id, GetKind(isHelpful));
        if (result.ReplacesOpposite) usage.Count(server, name, entry.Id, GetKind(!isHelpful), -1);
        // A user who changes their mind several times has still asked one question.
        if (result.IsFirstNotHelpful)
        {
            var question = FindQuestion(request.ConversationId, entry);
            usage.RecordQuestion(server, user, name, question, UsageKind.NotHelpful);
        }

        return isHelpful ? FeedbackTexts.Helpful : FeedbackTexts.NotHelpful;
    }

    // Returns the voter's own words, if the voter asked the question.
    private string FindQuestion(string conversationId, QuestionEntry entry) =>
        lastAnswers.TryGet(conversationId, out var last)
        && last.OfType<Answer.Answered>().FirstOrDefault(a => a.Entry.Id == entry.Id) is { } answer
            ? answer.Question
            : entry.Question;
}
