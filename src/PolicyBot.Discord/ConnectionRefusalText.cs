using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord;

/// <summary>What the operator reads if Discord permanently refuses the connection.</summary>
public static class ConnectionRefusalText
{
    /// <summary>Says why Discord refused the connection and what to do, in one line without a period.</summary>
    public static string Format(ConnectionRefusedException exception)
    {
        var text = Format(exception.Refusal);
        return exception.CloseCode is { } code ? $"{text} (close code {code})" : text;
    }

    private static string Format(ConnectionRefusal refusal) => refusal switch
    {
        ConnectionRefusal.InvalidToken =>
            "Discord rejected the token; copy it again from the Bot page of your application in the Developer Portal "
            + "to DISCORD__TOKEN or to the file that DISCORD__TOKENFILE names",
        ConnectionRefusal.NoApi =>
            "There is no Discord API (version 10) at Discord:ApiUrl; correct that address, or remove it to use "
            + "Discord's own",
        ConnectionRefusal.InvalidShard =>
            "Discord rejected the number of shards; set Discord:Shards to the number that Discord recommends, or "
            + "remove it",
        ConnectionRefusal.ShardingRequired =>
            "The bot is in too many servers for its number of shards; increase Discord:Shards, or remove it to use the "
            + "number that Discord recommends",
        ConnectionRefusal.InvalidApiVersion =>
            "Discord no longer supports this version of the gateway; use a newer PolicyBot",
        ConnectionRefusal.InvalidIntents => "Discord rejected the bot's intents; use a newer PolicyBot",
        ConnectionRefusal.DisallowedIntents =>
            "Discord doesn't allow the bot's intents, although none of them is privileged; check the Bot page of your "
            + "application in the Developer Portal",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "The refusal is unknown."),
    };
}
