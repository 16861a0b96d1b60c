namespace PolicyBot.Discord.Client.Gateway;

/// <summary>Why Discord does not let the bot in.</summary>
public static class FatalErrors
{
    public const string Token =
        "Discord does not know the token; copy it anew from the Bot page of your application in the Developer Portal into DISCORD__TOKEN or the file that DISCORD__TOKENFILE names";

    public const string NoApi = "There is no Discord API (version 10) at Discord:ApiUrl; mend that address, or leave it out for Discord’s own";
}
