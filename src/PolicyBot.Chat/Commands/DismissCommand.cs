using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/questions dismiss question</c>: takes a question, with those like it, off the list.</summary>
internal sealed class DismissCommand(UnansweredQuestions questions, UnansweredCommand list) : ModeratorCommand("questions dismiss", "Take a question, and those like it, off that list.", [
    new CommandOption(QuestionOption, "The question; begin to type it.") { IsRequired = true, IsDefault = true, HasAutocomplete = true },
])
{
    private const string QuestionOption = "question";

    /// <summary>What dismisses a group.</summary>
    public static ReplyAction ChoiceOf(QuestionGroup group, string place) => new(group.First.Text, CommandRequest.Create("questions dismiss", place, (QuestionOption, group.Id))) { KeepsHistory = true };

    public override async ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (request.Caller is not { Server: { } community, CanManageServer: true }) return [];
        var typed = request.GetOption(optionName) ?? "";
        try
        {
            var groups = await questions.ReadAsync(community, cancellationToken);
            return [.. groups.Where(g => g.First.Text.Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(max).Select(g => new AutocompleteChoice(g.First.Text, g.Id))];
        }
        catch (StoreUnavailableException)
        {
            // Whoever sends the command is told.
            return [];
        }
    }

    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        var wanted = call.GetOption(QuestionOption) ?? "";
        var groups = await questions.ReadAsync(call.Server, cancellationToken);
        if (groups.FirstOrDefault(g => g.HasId(wanted) || g.Questions.Any(q => string.Equals(q.Text, wanted, StringComparison.OrdinalIgnoreCase))) is not { } group)
            return list.Show(groups, 1, call.Request.ConversationId, "That question is not on the list, or no longer.");
        await questions.DismissAsync(call.Server, group, cancellationToken);
        return list.Show([.. groups.Where(g => g.Id != group.Id)], 1, call.Request.ConversationId, $"Dismissed: {TextTruncator.Quote(group.First.Text)}");
    }
}
