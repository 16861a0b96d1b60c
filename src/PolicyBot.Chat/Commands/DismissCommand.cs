using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/questions dismiss question</c>: removes a question, and similar ones, from the list.</summary>
internal sealed class DismissCommand(UnansweredQuestions questions, UnansweredCommand list) : ModeratorCommand(
    Name,
    "Dismiss a question and similar ones.",
    [
        new CommandOption(QuestionOption, "The question; start typing to find it.")
        {
            IsRequired = true,
            IsDefault = true,
            HasAutocomplete = true,
        },
    ])
{
    private const string Name = "questions dismiss";
    private const string QuestionOption = "question";

    /// <summary>Creates the action that dismisses a group.</summary>
    public static ReplyAction CreateAction(QuestionGroup group, string conversationId) =>
        new(group.First.Text, CommandRequest.Create(Name, conversationId, (QuestionOption, group.Id)))
        {
            KeepsHistory = true
        };

    public override async ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (request.Caller is not { Server: { } server }) return [];
        var typed = request.GetOption(optionName) ?? "";
        try
        {
            var groups = await questions.ReadAsync(server, cancellationToken);
            var matching = groups.Where(g => g.First.Text.Contains(typed, StringComparison.OrdinalIgnoreCase));
            return [.. matching.Take(max).Select(g => new AutocompleteChoice(g.First.Text, g.Id))];
        }
        catch (StoreUnavailableException)
        {
            // The command itself says so when it is sent.
            return [];
        }
    }

    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        var wanted = context.GetOption(QuestionOption) ?? "";
        var groups = await questions.ReadAsync(context.Server, cancellationToken);
        if (groups.FirstOrDefault(IsWanted) is not { } group)
            return await list.CreatePageAsync(groups, 1, context, UnansweredTexts.NotOnTheList, cancellationToken);
        await questions.DismissAsync(context.Server, group, cancellationToken);
        return await list.CreatePageAsync(
            [.. groups.Where(g => g.Id != group.Id)],
            1,
            context,
            UnansweredTexts.Dismissed(TextTruncator.Quote(group.First.Text)),
            cancellationToken);

        bool IsWanted(QuestionGroup group) =>
            group.HasId(wanted)
            || group.Questions.Any(q => string.Equals(q.Text, wanted, StringComparison.OrdinalIgnoreCase));
    }
}
