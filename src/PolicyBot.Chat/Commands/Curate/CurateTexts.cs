using System.Globalization;
using NodaTime;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Diagnostics;
using PolicyBot.Knowledge.Evaluation.Effects;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>What moderators read when they change a set.</summary>
internal static class CurateTexts
{
    // Forms. Labels have at most 45 characters, hints 100.
    public const string AddTitle = "New question";
    public const string AddOwnTitle = "New question for this server";
    public const string EditTitle = "Change a question";
    public const string QuestionLabel = "Question";
    public const string AnswerLabel = "Answer";
    public const string AnswerHint = "Leave it empty to answer with the article's own words.";
    public const string EvidenceLabel = "Evidence";
    public const string EvidenceHint = "The sentences of the article that the answer rests on.";
    public const string PastedLabel = "Or paste the article's words";
    public const string PastedHint = "Exactly as in the article, one passage per line.";
    public const string PhrasingsLabel = "Other ways to ask it";
    public const string RemovedLabel = "Phrasings to remove";
    public const string OnePerLine = "One per line.";
    public const string RuleLabel = "Rule of this server";
    public const string RuleHint = "What the answer rests on, such as “Rule 4: no spoilers”.";
    public const string LinkLabel = "Link";
    public const string LinkHint = "Where members can read it; https://…";

    // Problems
    public const string NotPossible = "I can't publish that";
    public const string EditAgain = "Edit again";
    public const string NoQuestion = "Question: enter the question.";
    public const string NoEvidence =
        "Evidence: choose at least one sentence of the article, or paste the article's exact words. Every answer needs "
            + "evidence.";
    public const string NothingChanged = "Nothing was changed. Change a field, or close the form.";
    public const string UnknownEntry =
        "I don't have that question. Start typing, and choose one from the list; /curate find searches for it.";
    public const string EntryRetired =
        "That question was retired. Undo that first, or add it as a new question; /curate history lists all changes.";
    public const string NothingFound = "I found no question like that.";
    public const string ArticleUnavailable =
        "The article can't be used right now: it is loading, missing or invalid. Try again in a minute.";
    public const string ProposalGone =
        "That change is gone: I keep unpublished changes for 15 minutes, and only until I restart. Nothing was "
            + "published; please make the change again.";

    public const string AlreadyPublished = "That change is already live. /curate history lists all changes.";

    // Review
    public const string MeansHeading = "Does it mean the same as one of these? If so, choose that one:";
    public const string NewQuestion = "New question";
    public const string NotInTheArticle = "Not in the article";
    public const string Dismiss = "Dismiss";
    public const string ClosestPassages = "The closest passages of the article:";
    public const string NothingToReview = "There are no questions to review.";
    public const string NotOnTheList = "That question isn't on the list any more; somebody may have dealt with it.";

    // Effects
    public const string EffectTitle = "What this would change";
    public const string EffectNote =
        "I say “better” or “worse” only where I know the right answer. Your change isn't live until you publish "
            + "it; I keep it for 15 minutes.";
    public const string Publish = "Publish";
    public const string PublishAnyway = "Yes, publish it";
    public const string WorseHeading = "These get worse:";
    public const string Published = "Published";
    public const string PublishedNotDismissed =
        "It is live in this server. I couldn't take the questions off the list; dismiss them in /curate review.";
    public const string Undo = "Undo";
    public const string FileDescription = "Every question that would be answered differently";
    public const string UnanswerableNote =
        "Members will be told that the article doesn't say this, and will see the closest passage:";

    // Find and history
    public const string Found = "Which one?";
    public const string IsUnanswerable = "Listed as not in the article. The closest passage:";
    public const string ChangesHeading = "Changes";
    public const string Edit = "Edit";
    public const string Retire = "Retire";
    public const string NoChanges = "Nobody has changed this article's questions in this server yet.";
    public const string UndoneLater = "Undone later";
    public const string NothingToUndo = "There is no change to undo.";
    public const string NotTheLatest =
        "That isn't the latest change any more, so I undid nothing. /curate history lists all changes, and "
            + "/curate undo undoes the latest one.";

    // Export
    public const string ExportTitle = "The article's folder with this server's changes";
    public const string CannotExport =
        "Parts of this set are withheld because the article has changed, and an export would lose them. Ask the "
            + "person who runs me to update the set first.";

    public static string PassageGone(string passage) =>
        $"Evidence: the article has changed, and “{passage}” isn't in it any more. Choose another sentence.";

    /// <summary>Says that a change can't be undone, because it is undone.</summary>
    public static Diagnostic AlreadyUndone(int number) =>
        new("change", number, null, "That change has already been undone.", "/curate history lists all changes.");

    public static string ExportComment(string date) => $"Exported on {date}.";

    public static string Exported(bool hasOwn) => hasOwn
        ? "“policybot check” accepts this folder. This server's own questions are in it as comments, because a set "
            + "only has answers from the article."
        : "“policybot check” accepts this folder.";

    public static string TooLong(string option, int max) => $"{option} can have at most {max} characters.";

    public static string UnknownArticle(IEnumerable<string> titles) =>
        $"This server doesn't use that article. It uses: {string.Join(", ", titles.Select(t => $"“{t}”"))}.";

    public static string ReviewTitle(int page, int pages) =>
        pages == 0 ? "Review" : $"Review: question {page} of {pages}";

    public static string SimilarHeading(int count) => count == 1 ? "Also asked as" : $"Also asked as ({count})";

    public static string Picked(string question) => $"{question} (members picked this)";

    public static string Dismissed(string question) => $"Dismissed: {question} and similar ones.";

    public static string PhrasingsOf(int count) => count == 1 ? "Phrasing" : $"Phrasings ({count})";

    public static string Asked(QuestionGroup group)
    {
        var why = group.First.Kind switch
        {
            UsageKind.NotInArticle => "I said that it isn't in the article",
            UsageKind.NoPreparedAnswer => "I had no prepared answer",
            UsageKind.NotUnderstood => "I didn't understand it",
            _ => "My answer didn't help",
        };
        var times = group.Count == 1 ? "asked once" : $"asked {group.Count} times";
        var first = group.Questions.Min(q => q.FirstAt);
        return first.InUtc().Date == group.LastAt.InUtc().Date
            ? $"{why}; {times}, on {FormatDate(first)}."
            : $"{why}; {times}, from {FormatDate(first)} to {FormatDate(group.LastAt)}.";
    }

    /// <summary>The reason that is noted for a change that answers stored questions; null without any.</summary>
    public static string? ReasonOf(QuestionGroup? group) => group switch
    {
        null => null,
        { Count: 1 } => "A member asked it",
        _ => $"Members asked it {group.Count} times",
    };

    public static string Counts(EffectReport effects)
    {
        if (effects.Effects.Count == 0) return $"I tried {Format(effects.Asked)} questions: nothing else changes.";
        var counts = new[] { EffectKind.Better, EffectKind.Worse, EffectKind.Changed }
            .Select(k => (Kind: k, Count: effects.Count(k)))
            .Where(k => k.Count > 0)
            .Select(k => $"{Format(k.Count)} {Kind(k.Kind)}");
        return $"I tried {Format(effects.Asked)} questions: {string.Join(", ", counts)}.";
    }

    public static string EffectsHeading(int count, int shown) =>
        count <= shown ? "The effects" : $"The first {shown}, the worst ones first; the file lists all {Format(count)}";

    public static string Kind(EffectKind kind) => kind switch
    {
        EffectKind.Better => "better",
        EffectKind.Worse => "worse",
        _ => "changed",
    };

    public static string Source(EffectSource source) => source switch
    {
        EffectSource.Evaluation => "evaluation",
        EffectSource.Phrasing => "phrasing",
        _ => "stored question",
    };

    public static string PublishWorse(int count) => $"Publish ({Format(count)} worse)";

    public static string ConfirmTitle(int count) =>
        count == 1 ? "One answer gets worse. Publish the change anyway?"
            : $"{Format(count)} answers get worse. Publish the change anyway?";

    public static string PublishedNote(int resolved) => resolved switch
    {
        0 => "It is live in this server.",
        1 => "It is live in this server. The question is off the list.",
        _ => $"It is live in this server. The {resolved} questions are off the list.",
    };

    public static string Outdated(CurationChange? other) => other is null
        ? "The article or its questions have changed since, so I tried your change again."
        : "Somebody else has changed the questions since, so I tried your change again.";

    public static string HistoryTitle(int page, int pages) => pages == 1 ? "History" : $"History ({page} of {pages})";

    public static string HistoryNote(int active, int rejected) => (active, rejected) switch
    {
        (1, 0) => "1 change is in effect.",
        (_, 0) => $"{active} changes are in effect.",
        (1, _) => "1 change is in effect, but not fully, because the article has changed.",
        _ => $"{active} changes are in effect, {rejected} of them not fully, because the article has changed.",
    };

    public static string When(Instant at) =>
        at.InUtc().LocalDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string Because(string reason) => $"Why: {reason}";

    public static string Undid(string change) => $"undid this: {change}";

    public static string NoLongerApplies(string reason) => $"It doesn't apply any more: {reason}";

    private static string FormatDate(Instant at) =>
        at.InUtc().Date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Format(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
