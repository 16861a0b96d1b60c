using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/questions export</c>: the questions that weren't answered well, as a table.</summary>
internal sealed class ExportQuestionsCommand(UnansweredQuestions questions, PrivacyOptions privacy)
    : ModeratorCommand(
        "questions export", "Get the questions I couldn't answer, or didn't answer well, as a table.", [])
{
    // Even in scripts with long characters, the table is smaller than a file may be.
    private const int MaxRows = 5000;

    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        var rows = await questions.ListAsync(context.Server, MaxRows + 1, cancellationToken);
        if (rows.Count == 0)
            return Reply.Private(privacy.KeepQuestions ? UnansweredTexts.None : UnansweredTexts.NotKept);
        var count = Math.Min(rows.Count, MaxRows);
        return new Reply
        {
            Title = UnansweredTexts.ExportTitle,
            Blocks =
            [
                new Block.Paragraph(UnansweredTexts.Exported(count, isAll: count == rows.Count)),
                new Block.Note(UnansweredTexts.Retention(privacy.Retention.TotalDays)),
            ],
            File = new AttachedFile(
                "questions.csv",
                "text/csv",
                UsageTables.WriteQuestions(rows.Take(MaxRows)),
                UnansweredTexts.ExportDescription),
        };
    }
}
