namespace PolicyBot.Chat.Commands;

/// <summary>What every moderator command says when it can't run.</summary>
internal static class ModeratorTexts
{
    public const string NotInAServer = "Use this command in a server that has added me.";

    /// <summary>The caller may not use a command.</summary>
    /// <param name="command">The command's name, without the slash.</param>
    public static string NotAllowed(string command) =>
        $"You aren't allowed to use /{command.Split(' ')[0]} here. An admin can allow it in Server Settings → "
            + "Integrations, under my name.";

    /// <summary>The database can't be reached.</summary>
    /// <param name="reason">What is wrong, as a sentence.</param>
    public static string StoreUnavailable(string reason) => $"That didn't work: {reason} Nothing was changed.";
}
