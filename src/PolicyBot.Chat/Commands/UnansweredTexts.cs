namespace PolicyBot.Chat.Commands;

/// <summary>What moderators read about unanswered questions.</summary>
internal static class UnansweredTexts
{
    public const string None = "There are no questions that I couldn't answer.";
    public const string NotKept = "I don't keep questions: the person who runs me has turned that off.";
    public const string Dismiss = "Dismiss…";
    public const string NotOnTheList = "That question isn't on the list any more.";

    public static string Title(int page, int pages) =>
        pages == 1 ? "Not answered" : $"Not answered ({page} of {pages})";

    public static string Retention(double days) =>
        $"I don't store who asked. I keep a question for {days:0} days after it was last asked.";

    public static string Dismissed(string question) => $"Dismissed: {question}";
}
