using System.Globalization;

namespace PolicyBot.Chat.Commands;

/// <summary>What users read about their data.</summary>
internal static class PrivacyTexts
{
    public const string Title = "What I keep";
    public const string InServers = "In servers that have added me";
    public const string Counts =
        "for each day, how many questions I answered and how many I didn't, and how many answers were rated helpful or "
            + "not helpful; kept for a year";
    public const string Votes =
        "a code for each vote, so that it counts only once. The code is computed from the voter's ID with a secret key "
            + "of this server. It can't be turned back into the ID; the person who runs me could only check whether it "
            + "matches an ID they already know. Kept for 30 days";
    public const string NoQuestions = "no text at all";
    public const string Settings =
        "what moderators set up, including daily posts, with the ID of the moderator who set each one up, so that I "
            + "can tell them if it fails";
    public const string Curation =
        "what moderators changed in the prepared questions with /curate, with the ID of the moderator, when and why";
    public const string Users = "nothing else. I never store who asked what";
    public const string Elsewhere = "In direct messages, and in servers that haven't added me, I keep nothing.";
    public const string InMemory =
        "Only in memory, until I restart: your last question in each channel with its answer, for /why and for "
            + "suggestions, and how many of your questions I stored in the last hour.";

    public const string NothingOutsideServers =
        "I keep nothing outside of servers that have added me, so there's nothing to delete.";
    public const string OnlyModerators =
        "Only moderators with the Manage Server permission can delete this server's data.";
    public const string ConfirmTitle = "Delete this server's data?";
    public const string Confirm =
        "I'll delete the counts, the votes, the questions I couldn't answer, the settings, and all daily posts with "
            + "their history. Changes made with /curate stay; you can delete them in the next step. This can't be "
            + "undone.";
    public const string ConfirmButton = "Delete this server's data";
    public const string Deleted =
        "Deleted: the counts, votes, questions, settings and daily posts of this server. Messages that I've already "
            + "posted stay.";
    public const string CurationKept =
        "The changes to the prepared questions that were made with /curate still apply. I've removed the names of the "
            + "moderators who made them.";
    public const string DeleteCurationButton = "Delete those changes too";

    public static string Questions(string days, int max) =>
        "the text of a question if I couldn't answer it, if my answer didn't help, or if the member then chose one of "
        + "the questions I offered, with that choice. Mentions, email addresses, links and long numbers are removed; "
        + "moderators can read the rest. Kept "
        + string.Create(
            CultureInfo.InvariantCulture,
            $"for {days} after the question was last asked, at most {max:N0} per server");

    public static string Deletion(string days, string command) =>
        $"If I'm removed from a server, I delete all its data after {days}. Moderators can delete it now with "
            + $"{command}";

    public static string Failed(string reason) => $"That didn't work: {reason} Nothing was deleted.";
}
