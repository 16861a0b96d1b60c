using System.Globalization;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Conversation;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// What members read when they ask a question, apart from the article's and the curator's words. Nothing here repeats
/// what a user typed.
/// </summary>
internal static class AnswerTexts
{
    public const string WhichOfThese = "Which of these did you mean?";
    public const string NotSure = "I'm not sure that's what you're asking.";
    public const string ClosestQuestion = "The closest question I can answer:";
    public const string AlsoSays = "The article also says:";
    public const string NoPreparedAnswer = "I don't have a prepared answer to that.";
    public const string NoQuestionsYet =
        "No questions have been prepared for this article yet, so here's what it says:";
    public const string AllWithheld =
        "The article has changed, and its questions haven't been reviewed yet. Here's what the article says:";
    public const string EntryIsGone = "That question was removed. Please ask it in your own words.";

    public const string NoneSaysThat = "None of the articles here says that.";
    public const string Shortened = "I left out part of this answer, because the article has changed.";
    public const string PartChanged = "This part of the article has changed, so I no longer answer that.";

    public const string ServerAnswer = "This answer is from the moderators of this server, not from the article.";

    public const string Related = "You may also want to know:";
    public const string OtherQuestions = "Questions I can answer:";
    public const string Examples = "You can ask, for example:";
    public const string NextQuestions = "You can ask next:";

    // More titles would hide the rest of the sentence.
    private const int MaxTitles = 3;

    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    public static string From(Absence absence) => absence switch
    {
        Absence.ListedQuestion => "The article doesn't say that.",
        Absence.ListedName(var name) => $"The article doesn't mention {name}.",
        Absence.UnknownName => "That name isn't in the article.",
        Absence.UnknownNumber => "That number isn't in the article.",
        _ => throw new InvalidOperationException($"Unknown kind of absence: {absence.GetType().Name}."),
    };

    /// <summary>Names what the answer to a server's own question rests on.</summary>
    public static string ServerSource(ServerSource source) => $"This server: {source.Text ?? source.Url}";

    /// <summary>Says that several articles don't say it, all of them for this kind of reason.</summary>
    public static string FromAll(Absence absence) => absence switch
    {
        Absence.ListedQuestion => NoneSaysThat,
        Absence.ListedName(var name) => $"None of the articles here mentions {name}.",
        Absence.UnknownName => "That name isn't in any of the articles here.",
        Absence.UnknownNumber => "That number isn't in any of the articles here.",
        _ => throw new InvalidOperationException($"Unknown kind of absence: {absence.GetType().Name}."),
    };

    /// <summary>The label of a question from one of several articles.</summary>
    public static string InArticle(string question, string articleTitle) => $"{question} – {articleTitle}";

    /// <summary>Says that articles weren't asked because they can't be used now.</summary>
    /// <param name="count">How many.</param>
    public static string NotLookedIn(int count) => count == 1
        ? "I can't use one of the articles here right now, so I didn't look there."
        : $"I can't use {count} of the articles here right now, so I didn't look there.";

    public static string From(SmallTalkKind kind, IReadOnlyList<string> articleTitles) => kind switch
    {
        SmallTalkKind.Acknowledgement => "Got it.",
        SmallTalkKind.Thanks => "You're welcome.",
        SmallTalkKind.Farewell => "See you!",
        SmallTalkKind.Greeting => $"Hi! {AboutTheBot(articleTitles)}",
        SmallTalkKind.AboutTheBot => AboutTheBot(articleTitles),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    public static string From(NotUnderstoodReason reason) => reason switch
    {
        NotUnderstoodReason.NoWords or NotUnderstoodReason.UnknownWords => "I couldn't make out a question in that.",
        NotUnderstoodReason.TooLong => string.Create(
            CultureInfo.InvariantCulture,
            $"I can read up to {Answerer.MaxQuestionLength:N0} characters. Please ask a shorter question."),
        NotUnderstoodReason.OtherLanguage => "I can only read English.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };

    public static string ClosestPassages(int count) => count == 1 ? "The closest passage:" : "The closest passages:";

    public static string ClosestPassagesInTheArticle(int count) =>
        count == 1 ? "The closest passage in the article:" : "The closest passages in the article:";

    /// <summary>Says that only the first questions of a message were answered.</summary>
    /// <param name="answered">How many were answered.</param>
    /// <param name="asked">How many were asked; more.</param>
    public static string FirstOf(int answered, int asked) =>
        $"I answered the first {InWords(answered)} of your {InWords(asked)} questions.";

    /// <summary>Names articles: <c>the article “A”</c>, <c>the articles “A”, “B” and “C”</c>.</summary>
    /// <param name="titles">Their titles, at least one.</param>
    public static string Name(IReadOnlyList<string> titles)
    {
        var quoted = titles.Take(MaxTitles).Select(t => $"“{t}”").ToList();
        if (titles.Count == 1) return $"the article {quoted[0]}";
        var last = titles.Count > MaxTitles ? $"{titles.Count - MaxTitles} more" : quoted[^1];
        var first = titles.Count > MaxTitles ? quoted : quoted[..^1];
        return $"the articles {string.Join(", ", first)} and {last}";
    }

    private static string AboutTheBot(IReadOnlyList<string> articleTitles) =>
        $"I'm a bot that answers questions about {Name(articleTitles)} in "
        + $"{(articleTitles.Count == 1 ? "its" : "their")} own words; just ask me one.";

    private static string InWords(int number) =>
        number < Numbers.Length ? Numbers[number] : number.ToString(CultureInfo.InvariantCulture);
}
