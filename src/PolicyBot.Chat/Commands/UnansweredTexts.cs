namespace PolicyBot.Chat.Commands;

/// <summary>What moderators read about unanswered questions.</summary>
internal static class UnansweredTexts
{
    public const string None = "There are no unanswered questions.";
    public const string NotKept = "I don't keep questions: the person who runs me has turned that off.";
    public const string Dismiss = "Dismiss…";
    public const string NotOnTheList = "That question isn't on the list any more.";

    public const string ExportTitle = "Unanswered questions, as a table";
    public const string ExportDescription = "The questions that weren't answered, or not well.";

    /// <summary>Says what the table contains.</summary>
    /// <param name="count">The number of questions in it.</param>
    /// <param name="isAll">Whether those are all.</param>
    public static string Exported(int count, bool isAll) => (count, isAll) switch
    {
        (1, true) => "The file has one question.",
        (_, true) => $"The file lists all {count} questions, the most frequently asked first.",
        _ => $"The file has the {count} questions asked most. For all of them, the person who runs me can use the "
            + "command line: questions export.",
    };

    public static string Title(int page, int pages) =>
        pages == 1 ? "Unanswered questions" : $"Unanswered questions ({page} of {pages})";

    public static string Retention(double days) =>
        $"I don't store who asked. I keep a question for {days:0} days after it was last asked.";

    /// <summary>What an asker chose instead, after a list of facts.</summary>
    /// <param name="entry">The prepared question.</param>
    /// <param name="question">The question for which it was chosen; null for the one that the facts are about.</param>
    public static string Suggestion(string entry, string? question) =>
        $"; a member picked “{entry}” for {(question is null ? "it" : $"“{question}”")}";

    public static string Dismissed(string question) => $"Dismissed: {question}";
}
