using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/questions dismiss question</c>: takes a question, with those like it, off the list.</summary>
internal sealed class DismissCommand(UnansweredQuestions questions, UnansweredCommand list) : ModeratorCommand("questions dismiss", "Take a question, and those like it, off that list.", [
    new CommandOption(QuestionOption, "The question; begin to type it.") { IsRequired = true, TakesBareWords = true, HasSuggestions = true },
])
{
    private const string QuestionOption = "question";

    /// <summary>What dismisses a group.</summary>
    public static ReplyAction ChoiceOf(QuestionGroup group, string place) => new(group.First.Text, CommandRequest.Of("questions dismiss", place, (QuestionOption, group.Id))) { IsSideways = true };

    public override async ValueTask<IReadOnlyList<AutocompleteChoice>> SuggestAsync(
        string name, CommandRequest invocation, int max, CancellationToken cancellationToken)
    {
        if (invocation.Caller is not { Community: { } community, MayManage: true }) return [];
        var typed = invocation.Option(name) ?? "";
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
        var wanted = call.Option(QuestionOption) ?? "";
        var groups = await questions.ReadAsync(call.Community, cancellationToken);
        if (groups.FirstOrDefault(g => g.IsNamed(wanted) || g.Questions.Any(q => string.Equals(q.Text, wanted, StringComparison.OrdinalIgnoreCase))) is not { } group)
            return list.Show(groups, 1, call.Invocation.Place, "That question is not on the list, or no longer.");
        await questions.DismissAsync(call.Community, group, cancellationToken);
        return list.Show([.. groups.Where(g => g.Id != group.Id)], 1, call.Invocation.Place, $"Dismissed: {TextTruncator.Quoted(group.First.Text)}");
    }
}
