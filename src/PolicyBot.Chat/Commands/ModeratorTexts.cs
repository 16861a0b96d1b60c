namespace PolicyBot.Chat.Commands;

/// <summary>What every moderator command says when it can't run.</summary>
internal static class ModeratorTexts
{
    public const string NotInAServer = "Use this command in a server that has added me.";

    public const string NeedsManageServer = "You need the Manage Server permission for that.";

    /// <summary>The database can't be reached.</summary>
    /// <param name="reason">What is wrong, as a sentence.</param>
    public static string StoreUnavailable(string reason) => $"That didn't work: {reason} Nothing was changed.";
}
